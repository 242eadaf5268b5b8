package io.gatehouse.user.place;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Where people have signed in, in the database. */
@Singleton
class UserPlaceStore {
  private final Db db;

  UserPlaceStore(Db db) {
    this.db = db;
  }

  /** The latest first. */
  List<Place> list(TenantId tenant, String userId, Instant since) {
    return db.query(
        tenant,
        """
        select country, latitude::text as latitude, longitude::text as longitude, seen_at from user_places
        where tenant_id = ? and user_id = ? and seen_at > ?
        order by seen_at desc
        """,
        UserPlaceStore::place,
        tenant,
        userId,
        since);
  }

  /** Keeps the place, and forgets those of long ago. */
  void put(TenantId tenant, String userId, Place place, Instant horizon) {
    Place.Spot spot = place.spot();
    db.updateInHaste(
        tenant,
        """
        with past as (
          delete from user_places where tenant_id = ? and user_id = ? and seen_at <= ? and country <> ?)
        insert into user_places (tenant_id, user_id, country, latitude, longitude, seen_at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (tenant_id, user_id, country) do update
        set latitude = excluded.latitude, longitude = excluded.longitude, seen_at = excluded.seen_at
        """,
        tenant,
        userId,
        horizon,
        place.country(),
        tenant,
        userId,
        place.country(),
        spot == null ? null : spot.latitude(),
        spot == null ? null : spot.longitude(),
        place.seenAt());
  }

  private static Place place(Row row) throws SQLException {
    String latitude = row.textOrNull("latitude");
    String longitude = row.textOrNull("longitude");
    return new Place(
        row.text("country"),
        latitude == null || longitude == null
            ? null
            : new Place.Spot(Double.parseDouble(latitude), Double.parseDouble(longitude)),
        row.instant("seen_at"));
  }
}
