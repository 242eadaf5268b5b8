package io.gatehouse.oidc.client;

import io.gatehouse.platform.crypto.SentJwe;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.key.KeyRing;
import io.gatehouse.tenant.key.SigningKeys;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes the envelope off requests that were encrypted with a key of the provider's. Everybody knows
 * that key: only the signature within says whose a request is.
 *
 * <p>Sources: [RFC 9101 §6.1](https://www.rfc-editor.org/rfc/rfc9101#section-6.1), [OpenID Connect
 * Core §6.1](https://openid.net/specs/openid-connect-core-1_0.html#JWTRequests)
 */
@Singleton
public class EncryptedRequests {
  /** What the longest request becomes by an envelope, which makes four characters of three. */
  private static final int LONGEST = 48 * 1024;

  private final Function<TenantId, KeyRing> rings;

  @Inject
  EncryptedRequests(SigningKeys keys) {
    this(keys::ring);
  }

  EncryptedRequests(Function<TenantId, KeyRing> rings) {
    this.rings = rings;
  }

  /**
   * What is within, or the request itself where nobody has encrypted it; nothing where it cannot be
   * opened, for whatever reason. "If decryption fails, the authorization server MUST return an
   * invalid_request_object error".
   */
  public Optional<String> open(Tenant tenant, String request) {
    if (!SentJwe.looksLike(request)) {
      return Optional.of(request);
    }
    if (request.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return rings.apply(tenant.id()).open(SentJwe.parse(request));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
