package io.gatehouse.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.tenant.TenantId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResealStoreTest {
  private static final byte[] OLD = key(1);
  private static final byte[] NEW = key(2);
  private static final SealedColumn CONFIGS = new SealedColumn("connectors", "config", "id");

  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void valuesOfAllTenantsComeUnderTheFirstKey() {
    connector(TenantId.DEFAULT, "one");
    connector(TenantId.ADMIN, "two");
    assertEquals(2, resealing(NEW, OLD).reseal(List.of(CONFIGS)));
    assertOpens(sealer(NEW), TenantId.DEFAULT, "one");
    assertOpens(sealer(NEW), TenantId.ADMIN, "two");
    assertEquals(0, resealing(NEW, OLD).reseal(List.of(CONFIGS)));
  }

  @Test
  void withoutTheOldKeyNothingChangesAndTheOperatorIsTold() {
    connector(TenantId.DEFAULT, "one");
    UnsealException refused =
        assertThrows(UnsealException.class, () -> resealing(NEW).reseal(List.of(CONFIGS)));
    assertTrue(String.valueOf(refused.getMessage()).contains("SECRET_VAULT_KEK"));
    assertOpens(sealer(OLD), TenantId.DEFAULT, "one");
  }

  @Test
  void aMasterKeyThatSealedNothingHereIsNoticed() {
    connector(TenantId.DEFAULT, "one");
    assertFalse(resealing(NEW).knows(CONFIGS));
    assertTrue(resealing(NEW, OLD).knows(CONFIGS));
  }

  private void connector(TenantId tenant, String id) {
    database
        .db()
        .update(
            tenant,
            "insert into connectors (tenant_id, id, connector_id, config, created_at) values (?, ?, 'x', ?, now())",
            tenant,
            id,
            sealer(OLD).seal(id.getBytes(UTF_8), CONFIGS.place(tenant.value(), id)));
  }

  private void assertOpens(Sealer sealer, TenantId tenant, String id) {
    byte[] stored =
        database
            .db()
            .one(
                tenant,
                "select config from connectors where tenant_id = ? and id = ?",
                row -> row.bytes("config"),
                tenant,
                id);
    assertArrayEquals(id.getBytes(UTF_8), sealer.open(stored, CONFIGS.place(tenant.value(), id)));
  }

  @Test
  void whatIsFoundByItsDigestIsFoundAfterwards() {
    SealedColumn column = new SealedColumn("personal_access_tokens", "value", "user_id", "digest");
    KeyedDigest old = new KeyedDigest(new MasterKeys(List.of(OLD)));
    database
        .db()
        .update(
            TenantId.DEFAULT,
            "insert into users (tenant_id, id, created_at, updated_at) values ('default', 'ann', now(), now())");
    database
        .db()
        .update(
            TenantId.DEFAULT,
            """
            insert into personal_access_tokens (tenant_id, user_id, name, value, digest, created_at)
            values ('default', 'ann', 'script', ?, ?, now())
            """,
            sealer(OLD).seal("pat_1".getBytes(UTF_8), column.place("default", "ann")),
            old.digest("default", column.name(), "pat_1"));
    assertEquals(1, resealing(NEW, OLD).reseal(List.of(column)));
    byte[] digest =
        database
            .db()
            .one(
                TenantId.DEFAULT,
                "select digest from personal_access_tokens where tenant_id = 'default'",
                row -> row.bytes("digest"));
    assertArrayEquals(
        new KeyedDigest(new MasterKeys(List.of(NEW))).digest("default", column.name(), "pat_1"),
        digest);
  }

  private ResealStore resealing(byte[]... keys) {
    return new ResealStore(
        database.db(), sealer(keys), new KeyedDigest(new MasterKeys(List.of(keys))));
  }

  private static Sealer sealer(byte[]... keys) {
    return new Sealer(new MasterKeys(List.of(keys)));
  }

  private static byte[] key(int filling) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) filling);
    return key;
  }
}
