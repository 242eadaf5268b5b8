package io.gatehouse.branding.profilefield;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Custom profile fields in the database. */
@Singleton
class ProfileFieldStore {
  private final Db db;

  ProfileFieldStore(Db db) {
    this.db = db;
  }

  List<ProfileField> all(TenantId tenant) {
    return db.query(
        tenant,
        "select * from profile_fields where tenant_id = ? order by sie_order, id",
        ProfileField::of,
        tenant);
  }

  Optional<ProfileField> find(TenantId tenant, String name) {
    return db.find(
        tenant,
        "select * from profile_fields where tenant_id = ? and name = ?",
        ProfileField::of,
        tenant,
        name);
  }

  /** Adds a field behind all others. */
  ProfileField insert(TenantId tenant, String id, FieldInput field, Instant now) {
    return db.one(
        tenant,
        """
        insert into profile_fields
          (tenant_id, id, name, type, label, description, required, config, created_at, sie_order)
        select ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(max(sie_order), 0) + 1
        from profile_fields where tenant_id = ?
        returning *
        """,
        ProfileField::of,
        tenant,
        id,
        field.name(),
        field.type().name(),
        field.label() == null ? "" : field.label(),
        field.description(),
        field.required(),
        new Jsonb(field.config() == null ? "{}" : field.config().toString()),
        now,
        tenant);
  }

  /** Writes what is given; the rest stays. */
  Optional<ProfileField> replace(TenantId tenant, String name, FieldInput field) {
    return db.find(
        tenant,
        """
        update profile_fields
        set type = ?, label = coalesce(?, label), description = coalesce(?, description), required = ?,
          config = coalesce(?, config)
        where tenant_id = ? and name = ?
        returning *
        """,
        ProfileField::of,
        field.type().name(),
        field.label(),
        field.description(),
        field.required(),
        field.config() == null ? null : new Jsonb(field.config().toString()),
        tenant,
        name);
  }

  List<ProfileField> order(TenantId tenant, FieldOrder order) {
    long[] places = order.order().stream().mapToLong(FieldOrder.Place::sieOrder).toArray();
    return db.query(
        tenant,
        """
        with changed as (
          update profile_fields f set sie_order = o.place
          from unnest(?::text[], ?::bigint[]) as o(name, place)
          where f.tenant_id = ? and f.name = o.name
          returning f.*)
        select * from changed order by sie_order, id
        """,
        ProfileField::of,
        order.names(),
        places,
        tenant);
  }

  boolean delete(TenantId tenant, String name) {
    return db.update(
            tenant, "delete from profile_fields where tenant_id = ? and name = ?", tenant, name)
        == 1;
  }

  /** Takes the field from the form of the registration. */
  void leaveRegistration(TenantId tenant, String name) {
    db.update(
        tenant,
        """
        update sign_in_experiences set value = jsonb_set(value, '{signUpProfileFields}', (
          select coalesce(jsonb_agg(e.field order by e.place), '[]')
          from jsonb_array_elements(value -> 'signUpProfileFields') with ordinality as e(field, place)
          where e.field ->> 'name' <> ?))
        where tenant_id = ? and jsonb_typeof(value -> 'signUpProfileFields') = 'array'
        """,
        name,
        tenant);
  }

  /** Takes the field from the account center. */
  void leaveAccountCenter(TenantId tenant, String name) {
    db.update(
        tenant,
        """
        update account_centers set profile_fields = (
          select coalesce(jsonb_agg(e.field order by e.place), '[]')
          from jsonb_array_elements(profile_fields) with ordinality as e(field, place)
          where e.field ->> 'name' <> ?)
        where tenant_id = ? and profile_fields is not null
        """,
        name,
        tenant);
  }
}
