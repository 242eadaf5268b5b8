package io.gatehouse.connectors.oidc;

import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.client.ClientAuthentication;
import io.gatehouse.connectors.client.CustomParameters;
import io.gatehouse.connectors.client.IdTokenRules;
import io.gatehouse.connectors.client.Provider;
import io.gatehouse.connectors.client.TokenEndpoint;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an administrator enters. */
record OidcConfig(
    URI authorizationEndpoint,
    TokenEndpoint tokens,
    String scope,
    IdTokenRules rules,
    Claims.Reading reading,
    Map<String, String> optional,
    Map<String, String> custom) {

  private static final List<String> OPTIONAL =
      List.of(
          "responseMode",
          "display",
          "prompt",
          "maxAge",
          "uiLocales",
          "idTokenHint",
          "loginHint",
          "acrValues");

  static OidcConfig of(JsonNode json) {
    return Fields.read(json, INVALID_CONFIG, OidcConfig::of);
  }

  private static OidcConfig of(Fields in) {
    in.choice("responseType", "code");
    in.choice("grantType", "authorization_code");
    var client = ClientAuthentication.read(in);
    return new OidcConfig(
        in.url("authorizationEndpoint"),
        new TokenEndpoint(in.url("tokenEndpoint"), client, Provider.Failures.GENERAL),
        in.text("scope"),
        in.nested("idTokenVerificationConfig", it -> rules(it, client.clientId())),
        new Claims.Reading(
            in.flag("acceptStringTypedBooleanClaims"), in.flag("trustUnverifiedEmail")),
        in.nested("authRequestOptionalConfig", OidcConfig::optional),
        CustomParameters.snakeCase(in.textMap("customConfig")));
  }

  /** The audience is always ourselves, whatever is configured. */
  private static IdTokenRules rules(Fields in, String clientId) {
    return new IdTokenRules(
        in.url("jwksUri"),
        oneOrMany(in, "issuer"),
        clientId,
        in.texts("algorithms"),
        Objects.requireNonNullElse(span(in, "clockTolerance"), Duration.ZERO),
        span(in, "maxTokenAge"),
        in.optionalText("subject"),
        in.optionalText("typ"),
        critical(in),
        currentDate(in));
  }

  private static List<String> oneOrMany(Fields in, String key) {
    if (in.raw(key).isArray()) {
      return in.texts(key);
    }
    String one = in.optionalText(key);
    return one == null ? List.of() : List.of(one);
  }

  private static @Nullable Duration span(Fields in, String key) {
    String text = in.optionalScalar(key);
    if (text == null) {
      return null;
    }
    Duration span = TimeSpan.parse(text);
    if (span == null) {
      in.refuse(key, "Must be seconds, or a text such as \"2 minutes\".");
    }
    return span;
  }

  private static Set<String> critical(Fields in) {
    JsonNode crit = in.raw("crit");
    var names = new LinkedHashSet<String>();
    if (crit.isObject()) {
      crit.fieldNames().forEachRemaining(names::add);
    } else if (!crit.isMissingNode() && !crit.isNull()) {
      in.wrongType("crit", "object", crit);
    }
    return names;
  }

  private static @Nullable Instant currentDate(Fields in) {
    String text = in.optionalText("currentDate");
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException malformed) {
      in.refuse("currentDate", "Must be a time such as 2030-01-31T12:00:00Z.");
      return null;
    }
  }

  private static Map<String, String> optional(Fields in) {
    var parameters = new LinkedHashMap<String, String>();
    for (String key : OPTIONAL) {
      String value = in.optionalScalar(key);
      if (value != null) {
        parameters.put(key, value);
      }
    }
    return CustomParameters.snakeCase(parameters);
  }
}
