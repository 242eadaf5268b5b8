package io.gatehouse.tenant.key;

import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.crypto.EncryptionKey;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/**
 * The keys that clients encrypt with. There are none before a client says that it wants to encrypt:
 * the key sets of all other tenants hold what verifies signatures and nothing else.
 *
 * <p>Source: [OpenID Connect Core
 * §10.2.1](https://openid.net/specs/openid-connect-core-1_0.html#RotateEncKeys)
 */
@Singleton
public class EncryptionKeys {
  private final EncryptionKeyStore store;
  private final Db db;
  private final Invalidations invalidations;
  private final KeyMaker maker;
  private final InstantSource clock;

  EncryptionKeys(
      EncryptionKeyStore store,
      Db db,
      Invalidations invalidations,
      KeyMaker maker,
      InstantSource clock) {
    this.store = store;
    this.db = db;
    this.invalidations = invalidations;
    this.maker = maker;
    this.clock = clock;
  }

  /** Has a key for this algorithm of JWE published, if there is none; waits for it. */
  public void prepare(TenantId tenant, String alg) {
    EncryptionKey.Type type = EncryptionKey.Type.of(alg);
    if (all(tenant).stream().anyMatch(held -> held.current() && held.key().type() == type)) {
      return;
    }
    EncryptionKey key = maker.make(type);
    db.transaction(
        tenant,
        () -> {
          store.add(tenant, key, clock.instant());
          invalidations.changed(tenant, SigningKeys.TOPIC);
        });
  }

  List<HeldKey> all(TenantId tenant) {
    return store.all(tenant);
  }

  /** A key for each type there is a key of, before a transaction in which they succeed. */
  List<EncryptionKey> successors(TenantId tenant) {
    return all(tenant).stream()
        .filter(HeldKey::current)
        .map(held -> maker.make(held.key().type()))
        .toList();
  }

  /** Publishes the successors instead of the keys of before. */
  void succeed(TenantId tenant, List<EncryptionKey> successors) {
    if (!successors.isEmpty()) {
      store.retire(tenant);
      successors.forEach(key -> store.add(tenant, key, clock.instant()));
    }
  }

  /** What was encrypted with keys of before opens no longer. */
  void deletePrevious(TenantId tenant) {
    store.deletePrevious(tenant);
  }
}
