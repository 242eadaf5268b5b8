package io.gatehouse.tenant.key;

import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;

/** The keys of a tenant in a database of its own. */
public final class TestKeys implements AutoCloseable {
  private final TestDatabase database = TestDatabase.create();
  private final SigningKeys keys =
      new SigningKeys(
          new KeyStore(database.db(), new Sealer(MasterKeys.parse("A".repeat(43) + "="))),
          database.db(),
          new Invalidations(database.db()),
          new KeyMaker(),
          InstantSource.system());

  private TestKeys() {}

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
