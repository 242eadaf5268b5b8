package io.gatehouse.hook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;

/** Seals what a hook keeps: its key, and its configuration, whose headers may carry passwords. */
@Singleton
public class HookSecrets {
  private final Sealer sealer;

  HookSecrets(Sealer sealer) {
    this.sealer = sealer;
  }

  byte[] seal(TenantId tenant, String id, HookConfig config) {
    return sealer.seal(JsonCodec.bytes(config), place(tenant, "config", id));
  }

  byte[] seal(TenantId tenant, String id, String signingKey) {
    return sealer.seal(signingKey.getBytes(UTF_8), place(tenant, "signing_key", id));
  }

  public HookConfig config(TenantId tenant, String id, byte[] sealed) {
    byte[] json = sealer.open(sealed, place(tenant, "config", id));
    return JsonCodec.read(new String(json, UTF_8), HookConfig.class);
  }

  public String signingKey(TenantId tenant, String id, byte[] sealed) {
    return new String(sealer.open(sealed, place(tenant, "signing_key", id)), UTF_8);
  }

  private static Seal place(TenantId tenant, String column, String id) {
    return new Seal(tenant.value(), "hooks." + column, id);
  }
}
