package io.gatehouse.domain;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Domains in the database. */
@Singleton
class DomainStore {
  private final Db db;

  DomainStore(Db db) {
    this.db = db;
  }

  /** A domain that serves its tenant, with the files that it has. */
  record Host(TenantId tenant, String name, List<VerificationFile> files) {}

  /** A domain that is not proved yet. */
  record Unproved(TenantId tenant, String id) {}

  List<Domain> list(TenantId tenant) {
    return db.query(
        tenant,
        "select * from domains where tenant_id = ? order by created_at, id",
        DomainStore::domain,
        tenant);
  }

  Optional<Domain> find(TenantId tenant, String id) {
    return db.find(
        tenant,
        "select * from domains where tenant_id = ? and id = ?",
        DomainStore::domain,
        tenant,
        id);
  }

  boolean exists(TenantId tenant, String name) {
    return db.find(
            tenant,
            "select true from domains where tenant_id = ? and domain = ?",
            row -> true,
            tenant,
            name)
        .isPresent();
  }

  int count(TenantId tenant) {
    return db.one(
        tenant,
        "select count(*) as total from domains where tenant_id = ?",
        row -> row.integer("total"),
        tenant);
  }

  void insert(TenantId tenant, Domain domain) {
    db.update(
        tenant,
        """
        insert into domains (tenant_id, id, domain, status, dns_records, token, created_at, checked_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        domain.id(),
        domain.domain(),
        domain.status().name(),
        new Jsonb(JsonCodec.text(domain.dnsRecords())),
        domain.token(),
        domain.createdAt(),
        domain.checkedAt());
  }

  /** The proof was looked for in vain. */
  void checked(TenantId tenant, String id, Instant now) {
    db.update(
        tenant,
        "update domains set checked_at = ? where tenant_id = ? and id = ?",
        now,
        tenant,
        id);
  }

  /**
   * The domain is proved, and serves its tenant from now on; false when its name serves another
   * already. Of two that come at once one waits for the other.
   */
  boolean activate(TenantId tenant, Domain domain, Instant now) {
    return db.acrossTenants(connection -> {
      try (PreparedStatement turn =
              connection.prepareStatement(
                  "select pg_advisory_xact_lock(hashtextextended('domain ' || lower(?), 0))");
          PreparedStatement update =
              connection.prepareStatement(
                  """
                  update domains d set status = 'Active', error_message = null, checked_at = ?
                  where d.tenant_id = ? and d.id = ? and not exists (
                    select from domains o
                    where lower(o.domain) = lower(d.domain) and o.status = 'Active'
                      and (o.tenant_id, o.id) <> (d.tenant_id, d.id))
                  """)) {
        turn.setString(1, domain.domain());
        turn.execute();
        update.setTimestamp(1, Timestamp.from(now));
        update.setString(2, tenant.value());
        update.setString(3, domain.id());
        return update.executeUpdate() == 1;
      }
    });
  }

  /** The domain is proved, but serves somebody else. */
  Optional<Domain> fail(TenantId tenant, String id, String message, Instant now) {
    return db.find(
        tenant,
        """
        update domains set status = 'Error', error_message = ?, checked_at = ?
        where tenant_id = ? and id = ? returning *
        """,
        DomainStore::domain,
        message,
        now,
        tenant,
        id);
  }

  boolean delete(TenantId tenant, String id) {
    return db.update(tenant, "delete from domains where tenant_id = ? and id = ?", tenant, id) == 1;
  }

  Optional<List<VerificationFile>> files(TenantId tenant, String id) {
    return db.find(
        tenant,
        "select verification_files from domains where tenant_id = ? and id = ?",
        row -> files(row.text("verification_files")),
        tenant,
        id);
  }

  boolean putFiles(TenantId tenant, String id, List<VerificationFile> files) {
    return db.update(
            tenant,
            "update domains set verification_files = ? where tenant_id = ? and id = ?",
            new Jsonb(JsonCodec.text(files)),
            tenant,
            id)
        == 1;
  }

  /** Every domain that serves a tenant. */
  List<Host> hosts() {
    return across(
        "select tenant_id, lower(domain) as name, verification_files from domains where status = 'Active'",
        rows ->
            new Host(
                new TenantId(rows.getString("tenant_id")),
                rows.getString("name"),
                files(rows.getString("verification_files"))));
  }

  /** Domains that are still to be proved. */
  List<Unproved> unproved() {
    return across(
        "select tenant_id, id from domains where status <> 'Active' order by checked_at limit 200",
        rows -> new Unproved(new TenantId(rows.getString("tenant_id")), rows.getString("id")));
  }

  private <T> List<T> across(String sql, Db.SqlFunction<ResultSet, T> mapper) {
    return db.acrossTenants((Connection connection) -> {
      List<T> all = new ArrayList<>();
      try (PreparedStatement statement = connection.prepareStatement(sql);
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          all.add(mapper.apply(rows));
        }
      }
      return all;
    });
  }

  private static Domain domain(Row row) throws SQLException {
    return new Domain(
        row.text("id"),
        row.text("domain"),
        Domain.Status.valueOf(row.text("status")),
        row.textOrNull("error_message"),
        Arrays.asList(JsonCodec.read(row.text("dns_records"), Domain.DnsRecord[].class)),
        row.instant("created_at"),
        row.text("token"),
        row.instant("checked_at"));
  }

  private static List<VerificationFile> files(String json) {
    return Arrays.asList(JsonCodec.read(json, VerificationFile[].class));
  }
}
