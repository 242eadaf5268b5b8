package io.gatehouse.oidc.token;

import io.gatehouse.oidc.issue.Person;
import io.gatehouse.oidc.token.content.Redeemed;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Codes that end within the server: it tells another protocol who signed in, without tokens. */
@Singleton
public class RedeemedCodes {
  private final TokenStore store;
  private final InstantSource clock;

  RedeemedCodes(TokenStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Who signed in, how and when.
   *
   * @param scope what may be told of the person
   * @param amr the methods [RFC 8176]
   * @param sessionId the session while it lives
   */
  public record SignIn(
      Person person, Scopes scope, Instant at, List<String> amr, @Nullable String sessionId) {
    public SignIn {
      amr = List.copyOf(amr);
    }
  }

  /** Redeems the code of this client, once. */
  public Optional<SignIn> redeem(
      TenantId tenant, String code, String clientId, String redirectUri) {
    var presented = new TokenStore.Code(code, clientId, redirectUri, null, null);
    Optional<Redeemed> redeemed = store.redeem(tenant, presented, clock.instant());
    if (redeemed.isEmpty()) {
      store.revokeReplayed(tenant, code, clock.instant());
    }
    return redeemed.map(RedeemedCodes::signIn);
  }

  private static SignIn signIn(Redeemed redeemed) {
    return new SignIn(
        redeemed.person(),
        redeemed.scope().and(redeemed.granted()),
        redeemed.login().at(),
        redeemed.login().amr(),
        redeemed.login().sessionId());
  }
}
