package io.gatehouse.oidc.issue;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.key.SigningKeys;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the key that signs for a client: the tenant's, or one of an algorithm of its own. */
@Singleton
public class Signers {
  /** "shall use PS256, ES256, or EdDSA" [FAPI 2.0 Security Profile §5.4.1]. */
  private static final Set<SigningAlgorithm> FAPI =
      Set.of(SigningAlgorithm.PS256, SigningAlgorithm.ES256, SigningAlgorithm.EDDSA);

  private final SigningKeys keys;

  Signers(SigningKeys keys) {
    this.keys = keys;
  }

  /**
   * The one for this client.
   *
   * @param wanted the name of the algorithm that it is set to
   */
  JwsSigner of(Tenant tenant, Client client, @Nullable String wanted, Instant now) {
    SigningAlgorithm algorithm = wanted == null ? null : SigningAlgorithm.of(wanted);
    JwsSigner own = keys.ring(tenant.id()).signer(now);
    SigningAlgorithm used = algorithm == null ? own.key().algorithm() : algorithm;
    if (client.fapi() && !FAPI.contains(used)) {
      algorithm = SigningAlgorithm.ES256;
    }
    return algorithm == null ? own : keys.signer(tenant.id(), algorithm);
  }
}
