package io.gatehouse.account.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.account.proof.ProofStore.Entry;
import io.gatehouse.account.proof.ProofStore.Live;
import io.gatehouse.account.proof.Proofs.Owner;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProofStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final Owner ANN = new Owner(TenantId.DEFAULT, "ann");
  private static final Owner BEN = new Owner(TenantId.DEFAULT, "ben");
  private static final int MOST = 3;

  private TestDatabase database;
  private ProofStore store;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    store = new ProofStore(database.db());
    for (Owner owner : new Owner[] {ANN, BEN}) {
      database
          .db()
          .update(
              TenantId.DEFAULT,
              "insert into users (tenant_id, id, created_at, updated_at) values (?, ?, ?, ?)",
              TenantId.DEFAULT,
              owner.userId(),
              NOW,
              NOW);
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whoBeginsMoreThanAFewGivesUpTheOldestOfTheirOwn() {
    begin(BEN, "ben", 0);
    keep(ANN, Entry.password("password"), 0);
    for (int i = 1; i <= MOST + 2; i++) {
      begin(ANN, "code" + i, i);
    }
    assertFalse(exists(ANN, "code1") || exists(ANN, "code2"));
    assertTrue(exists(ANN, "code3") && exists(ANN, "code5"));
    assertTrue(exists(BEN, "ben"), "another person's stay");
    assertTrue(store.permits(live(ANN, "password")), "and so does what was proved");
    store.proveAddress(live(ANN, "code3"));
    begin(ANN, "code6", 6);
    begin(ANN, "code7", 7);
    assertFalse(exists(ANN, "code4"));
    assertTrue(exists(ANN, "code3") && exists(ANN, "code7"));
  }

  @Test
  void aProofIsItsOwnersUntilItIsOverAndIsUsedUpOnce() {
    begin(ANN, "code", 0);
    assertTrue(store.redeemAddress(live(ANN, "code")).isEmpty(), "nothing has come back yet");
    store.proveAddress(live(BEN, "code"));
    assertFalse(store.address(live(ANN, "code")).orElseThrow().verified());
    store.proveAddress(live(ANN, "code"));
    assertTrue(store.permits(live(ANN, "code")));
    assertFalse(store.permits(live(BEN, "code")));
    assertFalse(store.permits(new Live(ANN, "code", NOW.plus(LIFE))));
    assertTrue(store.redeemAddress(live(BEN, "code")).isEmpty());
    assertEquals(
        Identifier.email("a@example.org"), store.redeemAddress(live(ANN, "code")).orElseThrow());
    assertTrue(store.redeemAddress(live(ANN, "code")).isEmpty());
  }

  @Test
  void whatWasRememberedOfATripIsTakenOnce() {
    keep(ANN, Entry.social("trip", "c", Map.of("nonce", "n")), 0);
    assertTrue(store.takeSession(live(BEN, "trip")).isEmpty());
    assertEquals(Map.of("nonce", "n"), store.takeSession(live(ANN, "trip")).orElseThrow());
    assertTrue(store.takeSession(live(ANN, "trip")).isEmpty());
    store.proveSocial(live(ANN, "trip"), JsonCodec.object().put("id", "x"), "sealed");
    SocialProof proof = store.redeemSocial(live(ANN, "trip")).orElseThrow();
    assertEquals(
        "{\"id\":\"x\"} sealed c",
        proof.userInfo() + " " + proof.tokens() + " " + proof.connectorId());
  }

  private boolean exists(Owner owner, String id) {
    return store.address(live(owner, id)).isPresent();
  }

  private void begin(Owner owner, String id, int second) {
    keep(
        owner,
        Entry.address(id, Identifier.email("a@example.org"), Template.UserPermissionValidation),
        second);
  }

  private void keep(Owner owner, Entry entry, int second) {
    Instant at = NOW.plusSeconds(second);
    store.insert(owner, entry, at, at.plus(LIFE), MOST);
  }

  private static Live live(Owner owner, String id) {
    return new Live(owner, id, NOW.plusSeconds(60));
  }
}
