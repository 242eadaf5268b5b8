package io.gatehouse.user.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.oidc.Provider;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.list.Page;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.device.TrustedDeviceStore.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrustedDeviceStoreTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Duration LIFE = Duration.ofDays(30);
  private static final Browser HERE = new Browser("agent", "FR", null);

  private TestDatabase database;
  private TrustedDeviceStore store;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    store = new TrustedDeviceStore(database.db());
    person(TENANT, "ada");
    person(TENANT, "bob");
    person(TenantId.ADMIN, "ada");
    trust("ada", "one", "secret", null);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theSecretOpensTheDeviceOfItsOwnerInItsTenantUntilItExpires() {
    assertEquals(Optional.of("one"), store.find(owner("ada", NOW), "secret"));
    assertEquals(Optional.empty(), store.find(owner("ada", NOW), "secrets"));
    assertEquals(Optional.empty(), store.find(owner("bob", NOW), "secret"));
    assertEquals(
        Optional.empty(),
        store.find(new Owner(TenantId.ADMIN, "ada", NOW, NOW.minus(LIFE)), "secret"));
    assertTrue(store.find(owner("ada", NOW.plus(LIFE).minusSeconds(1)), "secret").isPresent());
    assertFalse(store.find(owner("ada", NOW.plus(LIFE)), "secret").isPresent());
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    assertEquals(
        Optional.empty(),
        store.find(new Owner(TENANT, "ada", tomorrow, NOW), "secret"),
        "the tenant has shortened the time");
    assertEquals(0, store.list(new Owner(TENANT, "ada", tomorrow, NOW), Page.WHOLE).total());
  }

  @Test
  void anotherPasswordEndsTheTrustAndASuspensionTheUseOfIt() {
    change("password_updated_at = ?", NOW);
    assertTrue(store.find(owner("ada", NOW), "secret").isPresent(), "they signed in with it");
    change("password_updated_at = ?", NOW.plusSeconds(1));
    assertFalse(store.find(owner("ada", NOW.plusSeconds(2)), "secret").isPresent());
    assertEquals(0, store.list(owner("ada", NOW.plusSeconds(2)), Page.WHOLE).total());
    assertTrue(store.rotate(owner("ada", NOW.plusSeconds(2)), HERE, "secret", "next").isEmpty());
    change("password_updated_at = null, is_suspended = ?", true);
    assertFalse(store.find(owner("ada", NOW), "secret").isPresent());
  }

  @Test
  void anOrganizationOfThePersonMayForbidIt() {
    database
        .db()
        .update(
            TENANT,
            """
            with made as (
              insert into organizations (tenant_id, id, name, is_trusted_device_allowed, created_at)
              values (?, 'bank', 'Bank', false, ?) returning id)
            insert into organization_users (tenant_id, organization_id, user_id) select ?, id, 'ada' from made
            """,
            TENANT,
            NOW,
            TENANT);
    assertFalse(store.allowed(TENANT, "ada"));
    assertTrue(store.allowed(TENANT, "bob"));
    assertFalse(store.find(owner("ada", NOW), "secret").isPresent());
    assertTrue(store.rotate(owner("ada", NOW), HERE, "secret", "next").isEmpty());
    assertFalse(store.insert(TENANT, "ada", device("two", NOW), "other", "secret"));
    assertEquals(List.of("one"), ids("ada"), "it can be removed");
    database.db().update(TENANT, "update organizations set is_trusted_device_allowed = true");
    assertTrue(store.find(owner("ada", NOW), "secret").isPresent(), "it was left as it is");
  }

  @Test
  void ofManyWhoHoldTheSecretOneGoesOn() throws Exception {
    List<Boolean> rotated =
        Provider.atOnce(
            16, () -> store.rotate(owner("ada", NOW), HERE, "secret", Ids.token()).isPresent());
    assertEquals(1, rotated.stream().filter(won -> won).count());
    assertFalse(store.find(owner("ada", NOW), "secret").isPresent());
  }

  @Test
  void aBrowserThatIsTrustedAnewLosesWhatItHadAndTheOldestMakeRoom() {
    trust("ada", "two", "other", "secret");
    trust("bob", "three", "bobs", "other");
    assertEquals(List.of("two"), ids("ada"));
    assertTrue(store.find(owner("bob", NOW), "bobs").isPresent());
    for (int i = 0; i < TrustedDeviceStore.MOST; i++) {
      store.insert(TENANT, "ada", device("d" + i, NOW.plusSeconds(1 + i)), "s" + i, null);
    }
    assertEquals(TrustedDeviceStore.MOST, ids("ada").size());
    assertEquals("d" + (TrustedDeviceStore.MOST - 1), ids("ada").getFirst());
    assertFalse(ids("ada").contains("two"));
  }

  @Test
  void devicesAreForgottenOneByOneOrAllAtOnce() {
    assertEquals(Optional.empty(), store.delete(TENANT, "bob", "one"));
    trust("ada", "two", "other", null);
    assertEquals("one", store.delete(TENANT, "ada", "one").orElseThrow().id());
    assertEquals(List.of("two"), ids("ada"));
    assertEquals(1, store.deleteAll(TENANT, "ada").size());
    assertEquals(List.of(), ids("ada"));
  }

  private void trust(String user, String id, String secret, @Nullable String before) {
    assertTrue(store.insert(TENANT, user, device(id, NOW), secret, before));
  }

  private static TrustedDevice device(String id, Instant at) {
    return new TrustedDevice(id, "agent", "FR", null, at, at, at.plus(LIFE));
  }

  private List<String> ids(String user) {
    return store.list(owner(user, NOW), Page.WHOLE).items().stream()
        .map(TrustedDevice::id)
        .toList();
  }

  private static Owner owner(String user, Instant now) {
    return new Owner(TENANT, user, now, now.minus(LIFE));
  }

  private void change(String assignment, Object value) {
    database
        .db()
        .update(
            TENANT,
            "update users set " + assignment + " where tenant_id = ? and id = 'ada'",
            value,
            TENANT);
  }

  private void person(TenantId tenant, String id) {
    database
        .db()
        .update(
            tenant,
            "insert into users (tenant_id, id, created_at, updated_at) values (?, ?, ?, ?)",
            tenant,
            id,
            NOW,
            NOW);
  }
}
