package io.gatehouse.oidc.authorize;

import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.Outside;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.ClientKeys;
import io.gatehouse.oidc.client.EncryptedRequests;
import io.gatehouse.oidc.client.JwtParameters;
import io.gatehouse.oidc.client.JwtReader;
import io.gatehouse.platform.crypto.SentClaims;
import io.gatehouse.platform.crypto.SentJws;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens authorization requests that clients have signed with a key of theirs, and perhaps encrypted
 * with one of ours. "The authorization server MUST only use the parameters in the Request Object,
 * even if the same parameter is provided in the query parameter".
 *
 * <p>Source: [RFC 9101 §6](https://www.rfc-editor.org/rfc/rfc9101#section-6)
 */
@Singleton
class RequestObjects {
  private static final JwtReader READER =
      new JwtReader("the request object", 32 * 1024, RequestObjects::refused);
  private static final String MEDIA_TYPE = "application/oauth-authz-req+jwt";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** "exp … no longer than 60 minutes after … nbf" [FAPI 2.0 Message Signing §5.3.1]. */
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(60);

  /** "oauth-authz-req+jwt"; clients of OpenID Connect name none, or the general one. */
  private static final Set<String> TYPES = Set.of("oauth-authz-req+jwt", "jwt");

  private final ClientKeys keys;
  private final EncryptedRequests encrypted;
  private final HttpSender http;
  private final InstantSource clock;

  RequestObjects(
      ClientKeys keys, EncryptedRequests encrypted, Outside outside, InstantSource clock) {
    this.keys = keys;
    this.encrypted = encrypted;
    this.http = outside.http();
    this.clock = clock;
  }

  /**
   * What the request really asks: what its object says, or the request itself where it has none.
   *
   * @throws OAuthException invalid_request_object; invalid_request where the client must sign
   */
  Parameters open(Tenant tenant, Client client, Parameters outside) {
    String object = object(client, outside);
    if (object == null) {
      if (client.protocol().signsRequests()) {
        throw OAuthError.INVALID_REQUEST.because("this client must sign its requests");
      }
      return outside;
    }
    SentJws jwt =
        parse(
            encrypted
                .open(tenant, object)
                .orElseThrow(() -> refused("the request object cannot be decrypted")));
    if (!genuine(client, jwt)) {
      throw refused("no key of the client signed the request object, or by another algorithm");
    }
    SentClaims claims = READER.claims(jwt);
    requireParties(tenant, client, claims);
    requireTimes(client, claims);
    return parameters(client, claims);
  }

  /**
   * Whether it may count: the client signed it, or is one whose requests are taken without. An
   * object that nobody signed is worth as much as the parameters of any other request.
   */
  private boolean genuine(Client client, SentJws jwt) {
    if (jwt.header().unsigned()) {
      return client.leavesRequestsUnsigned();
    }
    String only = client.protocol().requestObjectSigningAlg();
    return (only == null || only.equals(jwt.header().alg())) && keys.signed(client, jwt);
  }

  /** Where neither a key nor the client's word lets it count, RequestObjectCheck refuses it. */
  private @Nullable String object(Client client, Parameters outside) {
    String uri = outside.get("request_uri");
    if (!client.authentication().hasKeys() && !client.leavesRequestsUnsigned()) {
      return null;
    }
    if (outside.has("request") && uri != null) {
      // "MUST NOT be used together" [RFC 9101 §5]
      throw OAuthError.INVALID_REQUEST.because("request and request_uri cannot go together");
    }
    return uri != null && client.protocol().publishesRequest(uri)
        ? fetched(uri)
        : outside.get("request");
  }

  /** From an address that was registered, so that nobody has us call another. [RFC 9101 §10.4] */
  private String fetched(String uri) {
    try {
      HttpSender.Request request =
          new HttpSender.Request(
              "GET", withoutFragment(uri), Map.of("Accept", MEDIA_TYPE), null, PATIENCE);
      HttpSender.Response response = http.send(request);
      if (response.status() == 200) {
        return response.body().strip();
      }
      throw OAuthError.INVALID_REQUEST_URI.because("the request object could not be fetched");
    } catch (IOException | IllegalArgumentException e) {
      throw OAuthError.INVALID_REQUEST_URI.because("the request object could not be fetched");
    }
  }

  private static URI withoutFragment(String uri) {
    int fragment = uri.indexOf('#');
    return URI.create(fragment < 0 ? uri : uri.substring(0, fragment));
  }

  private static SentJws parse(String object) {
    SentJws jwt = READER.signedOrNot(object);
    String type = jwt.header().type();
    if (type != null && !TYPES.contains(type)) {
      throw refused("the token is no request object");
    }
    return jwt;
  }

  /** "The value of aud … should be the value of the authorization server's issuer". */
  private static void requireParties(Tenant tenant, Client client, SentClaims claims) {
    if (claims.issuer() != null && !claims.is("iss", client.id())) {
      throw refused("the issuer of the request object must be the client");
    }
    List<String> audience = claims.audience();
    boolean open = audience.isEmpty() && !client.fapi();
    if (!open && !audience.contains(tenant.issuer())) {
      throw refused("the request object is for another audience");
    }
    // "The value … in the client_id request parameter and in the Request Object … MUST be
    // identical" [RFC 9101 §5]
    if (!claims.is("client_id", client.id())) {
      throw refused("the request object is of another client");
    }
  }

  private void requireTimes(Client client, SentClaims claims) {
    Instant now = clock.instant();
    Instant end = claims.end();
    Instant start = claims.start();
    if (JwtReader.isOver(claims, now) || JwtReader.isAhead(start, now)) {
      throw refused("the request object has expired, or is not valid yet");
    }
    if (client.fapi()
        && (end == null
            || start == null
            || start.isBefore(now.minus(LONGEST_LIFE))
            || end.isAfter(start.plus(LONGEST_LIFE)))) {
      throw refused("the request object must be valid for an hour at most");
    }
  }

  /** "request and request_uri … MUST NOT be included in Request Objects" [RFC 9101 §4]. */
  private static Parameters parameters(Client client, SentClaims claims) {
    if (claims.has("request") || claims.has("request_uri")) {
      throw refused("a request object must not hold another");
    }
    return JwtParameters.of(client, claims);
  }

  private static OAuthException refused(String why) {
    return OAuthError.INVALID_REQUEST_OBJECT.because(why);
  }
}
