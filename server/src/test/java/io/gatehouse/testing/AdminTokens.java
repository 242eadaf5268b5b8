package io.gatehouse.testing;

import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.key.SigningKeys;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Access tokens as the server itself would sign them. */
@Singleton
public class AdminTokens {
  private final SigningKeys keys;
  private final InstantSource clock;

  AdminTokens(SigningKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** A token of a machine that may do everything at the tenant's Management API. */
  public String forManagement(Tenant tenant) {
    return token(tenant.id(), claims(tenant));
  }

  /** The claims of such a token, to be changed for the worse. */
  public Map<String, Object> claims(Tenant tenant) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", tenant.issuer());
    claims.put("aud", tenant.managementApi());
    claims.put("sub", "machine");
    claims.put("client_id", "machine");
    claims.put("scope", "all");
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.getEpochSecond() + 3600);
    return claims;
  }

  /** Signs claims with a tenant's key. */
  public String token(TenantId signer, Map<String, Object> claims) {
    return keys.ring(signer).signer(clock.instant()).sign("at+jwt", JsonCodec.bytes(claims));
  }
}
