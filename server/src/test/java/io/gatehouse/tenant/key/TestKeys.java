package io.gatehouse.tenant.key;

import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.crypto.EncryptionKey;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The keys of a tenant in a database of its own. */
public final class TestKeys implements AutoCloseable {
  private final TestDatabase database = TestDatabase.create();
  private final SigningKeys keys =
      of(database.db(), new Invalidations(database.db()), InstantSource.system());

  private TestKeys() {}

  /** Those of one node. */
  static SigningKeys of(Db db, Invalidations invalidations, InstantSource clock) {
    return new SigningKeys(
        new KeyStore(db, sealer()),
        encryption(db, invalidations, clock),
        db,
        invalidations,
        new KeyMaker(),
        clock);
  }

  static EncryptionKeys encryption(Db db, Invalidations invalidations, InstantSource clock) {
    return new EncryptionKeys(
        new EncryptionKeyStore(db, sealer()), db, invalidations, new KeyMaker(), clock);
  }

  /** A ring with nothing but this key. */
  public static KeyRing opening(EncryptionKey key) {
    return new KeyRing(List.of(), List.of(new HeldKey(key, true)));
  }

  static Sealer sealer() {
    return new Sealer(MasterKeys.parse("A".repeat(43) + "="));
  }

  public static TestKeys open() {
    return new TestKeys();
  }

  public SigningKeys keys() {
    return keys;
  }

  /** The one that signs. */
  public JwsSigner signer() {
    return keys.ring(TenantId.DEFAULT).signer(Instant.now());
  }

  @Override
  public void close() {
    database.close();
  }
}
