package io.gatehouse.enterprise.signon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.client.IdTokenRules;
import io.gatehouse.connectors.client.IdTokens;
import io.gatehouse.enterprise.provider.OpenIdEndpoints;
import io.gatehouse.platform.crypto.Digests;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Believes ID tokens of enterprises' providers, or refuses them. */
@Singleton
class EnterpriseIdTokens {
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Duration RECENT = Duration.ofMinutes(10);
  private static final Pattern DIRECTORY = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final IdTokens tokens = new IdTokens();
  private final Outside outside;

  EnterpriseIdTokens(Outside outside) {
    this.outside = outside;
  }

  /** What the token must say. */
  record Expected(OpenIdEndpoints endpoints, String clientId, String nonce) {}

  /** A token that is believed, and who has made it. */
  record Believed(String issuer, ObjectNode claims) {}

  Believed believe(String token, Expected expected) {
    if (token.isEmpty()) {
      throw refused("There is none.");
    }
    OpenIdEndpoints endpoints = expected.endpoints();
    List<String> issuers = endpoints.anyDirectory() ? List.of() : List.of(endpoints.issuer());
    JsonNode read = tokens.verify(token, rules(endpoints, issuers, expected), outside);
    if (!(read instanceof ObjectNode claims) || claims.path("sub").asText("").isEmpty()) {
      throw refused("It names nobody.");
    }
    requireNonce(claims, expected);
    requireParty(claims, expected);
    requireRecent(claims);
    return new Believed(issuer(claims, endpoints), claims);
  }

  private static IdTokenRules rules(
      OpenIdEndpoints endpoints, List<String> issuers, Expected expected) {
    return new IdTokenRules(
        endpoints.keys(),
        issuers,
        expected.clientId(),
        List.of(),
        SKEW,
        null,
        null,
        null,
        Set.of(),
        null);
  }

  /** A provider that answers for many directories names the one that the person belongs to. */
  private static String issuer(JsonNode claims, OpenIdEndpoints endpoints) {
    if (!endpoints.anyDirectory()) {
      return endpoints.issuer();
    }
    String directory = claims.path("tid").asText("");
    String issuer = endpoints.issuer().replace(OpenIdEndpoints.ANY_DIRECTORY, directory);
    if (!DIRECTORY.matcher(directory).matches() || !issuer.equals(claims.path("iss").asText())) {
      throw refused("Its issuer is not the directory's.");
    }
    return issuer;
  }

  /** OpenID Connect Core §3.1.3.7: "a nonce Claim MUST be present and its value checked". */
  private static void requireNonce(JsonNode claims, Expected expected) {
    if (expected.nonce().isEmpty()
        || !Digests.equal(expected.nonce(), claims.path("nonce").asText(""))) {
      throw refused("It answers another request.");
    }
  }

  /**
   * OpenID Connect Core §3.1.3.7: "If the ID Token contains multiple audiences, the Client SHOULD
   * verify that an azp Claim is present", and that it is the Client's.
   */
  private static void requireParty(JsonNode claims, Expected expected) {
    JsonNode party = claims.path("azp");
    boolean several = claims.path("aud").isArray() && claims.path("aud").size() > 1;
    if (several && party.isMissingNode()
        || !party.isMissingNode() && !expected.clientId().equals(party.textValue())) {
      throw refused("It was made for another client.");
    }
  }

  private void requireRecent(JsonNode claims) {
    Instant now = outside.clock().instant();
    JsonNode issued = claims.path("iat");
    if (!issued.isNumber()
        || Math.abs(now.getEpochSecond() - issued.longValue()) > RECENT.toSeconds()) {
      throw refused("It was not made just now.");
    }
  }

  private static ConnectorException refused(String why) {
    return ConnectorError.SOCIAL_INVALID_ID_TOKEN.exception("The ID token is refused. " + why);
  }
}
