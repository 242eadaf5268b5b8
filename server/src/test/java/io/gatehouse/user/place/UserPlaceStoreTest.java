package io.gatehouse.user.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserPlaceStoreTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private TestDatabase database;
  private UserPlaces places;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    places = new UserPlaces(new UserPlaceStore(database.db()));
    database
        .db()
        .update(
            TENANT,
            "insert into users (tenant_id, id, created_at, updated_at) values (?, 'ada', ?, ?)",
            TENANT,
            NOW,
            NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void placesAreRememberedForHalfAYearAPlaceACountry() {
    Place france = new Place("FR", new Place.Spot(48.8566, 2.3522), NOW);
    Place unknown = new Place("", new Place.Spot(-33.8688, 151.2093), NOW.plusSeconds(1));
    places.remember(TENANT, "ada", france);
    places.remember(TENANT, "ada", unknown);
    Place later = new Place("FR", null, NOW.plusSeconds(2));
    assertEquals(List.of(unknown, france), places.before(TENANT, "ada", later));
    places.remember(TENANT, "ada", later);
    assertEquals(List.of(later, unknown), places.before(TENANT, "ada", later));
    assertEquals(List.of(), places.before(TENANT, "bob", later));
    Place longAfter = new Place("DE", null, NOW.plusSeconds(2).plus(Duration.ofDays(180)));
    assertEquals(List.of(), places.before(TENANT, "ada", longAfter));
    places.remember(TENANT, "ada", longAfter);
    assertEquals(List.of(longAfter), places.before(TENANT, "ada", later));
  }
}
