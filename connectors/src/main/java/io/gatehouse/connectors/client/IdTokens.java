package io.gatehouse.connectors.client;

import static io.gatehouse.connectors.ConnectorError.SOCIAL_INVALID_ID_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.Outside;
import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Believes ID tokens, or refuses them; remembers providers' keys. */
public final class IdTokens {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JwksCache keys = new JwksCache();

  /**
   * The claims of a token that satisfies the rules.
   *
   * @throws ConnectorException {@code social_invalid_id_token} when it does not, {@code general}
   *     when the keys cannot be read
   */
  public JsonNode verify(String token, IdTokenRules rules, Outside outside) {
    try {
      JWSObject jws = parse(token);
      checkHeader(jws.getHeader(), rules);
      checkSignature(jws, rules, outside);
      JsonNode claims = JSON.readTree(jws.getPayload().toBytes());
      if (claims == null || !claims.isObject()) {
        throw refused("Its payload is not a JSON object.");
      }
      Instant now = Optional.ofNullable(rules.now()).orElseGet(() -> outside.clock().instant());
      checkIdentity(claims, rules);
      checkTimes(claims, rules, now);
      return claims;
    } catch (ParseException | IOException malformed) {
      throw refused("It is not a signed JWT.");
    }
  }

  private static JWSObject parse(String token) throws ParseException {
    try {
      return JWSObject.parse(token);
    } catch (RuntimeException malformed) {
      // The library ends some headers, such as "null", with an unchecked exception.
      throw refused("It is not a signed JWT.");
    }
  }

  private static void checkHeader(JWSHeader header, IdTokenRules rules) {
    String algorithm = header.getAlgorithm().getName();
    if (!JWSAlgorithm.Family.SIGNATURE.contains(header.getAlgorithm())
        || !(rules.algorithms().isEmpty() || rules.algorithms().contains(algorithm))) {
      throw refused("The algorithm " + algorithm + " is not allowed.");
    }
    String typ = header.getType() == null ? null : header.getType().getType();
    if (rules.typ() != null && !rules.typ().equalsIgnoreCase(typ)) {
      throw refused("Its typ is " + typ + ".");
    }
  }

  /**
   * A token may name a key that the provider has made a moment ago: then the keys are read again,
   * but not for every such token.
   */
  private void checkSignature(JWSObject jws, IdTokenRules rules, Outside outside) {
    JWKMatcher matcher = JWKMatcher.forJWSHeader(jws.getHeader());
    List<JWK> candidates = keys.matching(matcher, rules.jwksUri(), outside);
    if (candidates.isEmpty()) {
      throw refused("No key of the provider fits it.");
    }
    boolean valid = candidates.stream().anyMatch(key -> signedBy(key, jws, rules));
    if (!valid) {
      throw refused("Its signature is wrong.");
    }
  }

  private static boolean signedBy(JWK key, JWSObject jws, IdTokenRules rules) {
    try {
      return Signatures.valid(jws, key, rules.critical());
    } catch (JOSEException | IllegalArgumentException unfit) {
      return false;
    }
  }

  private static void checkIdentity(JsonNode claims, IdTokenRules rules) {
    // OpenID Connect Core §3.1.3.7: "The Issuer Identifier … MUST exactly match the value of the
    // iss (issuer) Claim."
    if (!rules.issuers().isEmpty() && !rules.issuers().contains(claims.path("iss").asText())) {
      throw refused("Its issuer is not the expected one.");
    }
    if (!mentions(claims.path("aud"), rules.audience())) {
      throw refused("It is meant for another client.");
    }
    if (rules.subject() != null && !rules.subject().equals(claims.path("sub").textValue())) {
      throw refused("Its subject is not the expected one.");
    }
  }

  private static boolean mentions(JsonNode audience, String client) {
    return audience.isArray()
        ? StreamSupport.stream(audience.spliterator(), false)
            .anyMatch(one -> client.equals(one.textValue()))
        : client.equals(audience.textValue());
  }

  private static void checkTimes(JsonNode claims, IdTokenRules rules, Instant now) {
    Instant early = now.minus(rules.clockTolerance());
    Instant late = now.plus(rules.clockTolerance());
    Instant expires = time(claims, "exp");
    if (expires == null || !expires.isAfter(early)) {
      throw refused("It has expired.");
    }
    Instant notBefore = time(claims, "nbf");
    if (notBefore != null && notBefore.isAfter(late)) {
      throw refused("It is not valid yet.");
    }
    if (rules.maxAge() != null) {
      Instant issued = time(claims, "iat");
      if (issued == null || issued.isAfter(late) || issued.isBefore(early.minus(rules.maxAge()))) {
        throw refused("It was not issued recently.");
      }
    }
  }

  private static @Nullable Instant time(JsonNode claims, String name) {
    JsonNode value = claims.path(name);
    if (value.isMissingNode()) {
      return null;
    }
    if (!value.isNumber() || Math.abs(value.asDouble()) > 1e11) {
      throw refused("Its " + name + " is not a time.");
    }
    return Instant.ofEpochSecond(value.longValue());
  }

  private static ConnectorException refused(String why) {
    return SOCIAL_INVALID_ID_TOKEN.exception("The ID token is refused. " + why);
  }
}
