package io.gatehouse.oidc.token;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.oidc.token.content.Redeemed;
import io.gatehouse.oidc.token.content.UserTokens.AccessToken;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes the tokens of one answer, all in one statement, which ends the transaction. */
@Singleton
class IssuedTokenStore {
  private static final String ACCESS =
      """
      insert into access_tokens (tenant_id, hash, grant_id, session_id, application_id, scope, claims_request, cnf,
        authorization_details, created_at, expires_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String REFRESH =
      """
      insert into refresh_tokens (tenant_id, hash, grant_id, session_id, application_id, scope, resources, claims_request, cnf,
        authorization_details, nonce,
        auth_time, with_auth_time, amr, first_issued_at, created_at, expires_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Db db;

  IssuedTokenStore(Db db) {
    this.db = db;
  }

  /**
   * A refresh token about to be answered.
   *
   * @param confirmation the key that it is bound to, as a public client's is
   */
  record RefreshToken(
      String value,
      @Nullable Confirmation confirmation,
      Instant firstIssuedAt,
      Instant expiresAt) {}

  /** What one answer issues. */
  record Issued(
      String clientId,
      Redeemed redeemed,
      AccessToken access,
      @Nullable Confirmation confirmation,
      @Nullable RefreshToken refresh,
      Instant now) {}

  void write(TenantId tenant, Issued issued) {
    RefreshToken refresh = issued.refresh();
    if (issued.access().stored() && refresh != null) {
      db.updateAndCommit(
          tenant,
          "with access as (" + ACCESS + ") " + REFRESH,
          concat(access(tenant, issued), refresh(tenant, issued, refresh)));
    } else if (issued.access().stored()) {
      db.updateAndCommit(tenant, ACCESS, access(tenant, issued));
    } else if (refresh != null) {
      db.updateAndCommit(tenant, REFRESH, refresh(tenant, issued, refresh));
    }
  }

  private static @Nullable Object[] access(TenantId tenant, Issued issued) {
    Redeemed from = issued.redeemed();
    return new @Nullable Object[] {
      tenant,
      Digests.sha256(issued.access().value()),
      from.grantId(),
      from.sessionId(),
      issued.clientId(),
      issued.access().scope().toString(),
      claims(from),
      Confirmation.column(issued.confirmation()),
      details(issued.access().details()),
      issued.now(),
      issued.now().plus(issued.access().life())
    };
  }

  private static @Nullable Object[] refresh(TenantId tenant, Issued issued, RefreshToken token) {
    Redeemed from = issued.redeemed();
    return new @Nullable Object[] {
      tenant,
      Digests.sha256(token.value()),
      from.grantId(),
      from.sessionId(),
      issued.clientId(),
      from.scope().toString(),
      new Jsonb(JsonCodec.text(from.resources())),
      claims(from),
      Confirmation.column(token.confirmation()),
      details(from.details()),
      from.nonce(),
      from.login().at(),
      from.login().timeAsked(),
      new Jsonb(JsonCodec.text(from.login().amr())),
      token.firstIssuedAt(),
      issued.now(),
      token.expiresAt()
    };
  }

  private static @Nullable Jsonb claims(Redeemed from) {
    return from.claims() == null ? null : new Jsonb(JsonCodec.text(from.claims()));
  }

  private static @Nullable Jsonb details(@Nullable ArrayNode details) {
    return details == null ? null : new Jsonb(details.toString());
  }

  private static @Nullable Object[] concat(@Nullable Object[] one, @Nullable Object[] other) {
    @Nullable Object[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
