package io.gatehouse.connectors.oauth2;

import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.client.ClientAuthentication;
import io.gatehouse.connectors.client.CustomParameters;
import io.gatehouse.connectors.client.Provider;
import io.gatehouse.connectors.client.TokenEndpoint;
import io.gatehouse.connectors.client.TokenEndpoint.Notation;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an administrator enters. */
record OAuth2Config(
    URI authorizationEndpoint,
    TokenEndpoint tokens,
    URI userInfoEndpoint,
    @Nullable String scope,
    ProfileMap profileMap,
    Map<String, String> custom) {

  static OAuth2Config of(JsonNode json) {
    return Fields.read(json, INVALID_CONFIG, OAuth2Config::of);
  }

  private static OAuth2Config of(Fields in) {
    in.choice("responseType", "code");
    in.choice("grantType", "authorization_code");
    var notation =
        in.choice("tokenEndpointResponseType", "query-string", "json").equals("json")
            ? Notation.JSON
            : Notation.FORM;
    return new OAuth2Config(
        in.url("authorizationEndpoint"),
        new TokenEndpoint(
            in.url("tokenEndpoint"),
            ClientAuthentication.read(in),
            notation,
            Provider.Failures.GENERAL),
        in.url("userInfoEndpoint"),
        in.optionalText("scope"),
        in.nested("profileMap", ProfileMap::of),
        CustomParameters.snakeCase(in.textMap("customConfig")));
  }

  ClientAuthentication client() {
    return tokens.authentication();
  }
}
