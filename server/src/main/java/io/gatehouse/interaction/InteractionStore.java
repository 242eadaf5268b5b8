package io.gatehouse.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.UserRow;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Interactions in the database. Whoever loses one begins anew, so nobody waits for the disk: what
 * lasts of a sign-in is written when the browser comes back to the authorization endpoint.
 */
@Singleton
class InteractionStore {
  /**
   * Written so that no index serves it. Interactions are taken out when they end, so that the table
   * is often found empty by whoever counts its rows; a plan made then would walk the purge's index,
   * past all that was taken out since, instead of looking up the key.
   */
  private static final String LASTS = "(i.expires_at > ?) is true";

  /** For each kind of identifier, how a person is read who is called so. */
  private static final Map<IdentifierType, String> MET = met(UserRow.PASSWORD_COLUMNS);

  private static final Map<IdentifierType, String> MET_WITH_FACTORS = met(UserRow.SIGN_IN_COLUMNS);

  private final Db db;

  InteractionStore(Db db) {
    this.db = db;
  }

  void insert(TenantId tenant, Interaction interaction, Instant now) {
    db.updateInHaste(
        tenant,
        """
        insert into interactions (tenant_id, hash, application_id, session_id, request, prompt, state, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        Digests.sha256(interaction.id()),
        interaction.applicationId(),
        interaction.sessionId(),
        new Jsonb(interaction.request().toString()),
        interaction.prompt(),
        new Jsonb(interaction.state().toString()),
        now,
        interaction.expiresAt());
  }

  Optional<Interaction> find(TenantId tenant, String id, Instant now) {
    return db.find(
        tenant,
        "select i.* from interactions i where i.tenant_id = ? and i.hash = ? and " + LASTS,
        row -> interaction(id, row),
        tenant,
        Digests.sha256(id),
        now);
  }

  /**
   * Somebody of whom a form says how they are called.
   *
   * @param withFactors whether their further factors are read as well
   */
  record Named(IdentifierType type, String key, boolean withFactors) {
    private String sql() {
      return Objects.requireNonNull((withFactors ? MET_WITH_FACTORS : MET).get(type));
    }

    private SignInUser read(Row row) throws SQLException {
      return withFactors ? UserRow.signIn(row) : UserRow.withPassword(row);
    }
  }

  /** The same with the person who is called so, if there is one. */
  Optional<Interactions.Met> find(TenantId tenant, String id, Named named, Instant now) {
    return db.find(
        tenant,
        named.sql(),
        row ->
            new Interactions.Met(
                interaction(id, row),
                row.textOrNull("u_id") == null ? Optional.empty() : Optional.of(named.read(row))),
        named.key(),
        tenant,
        Digests.sha256(id),
        now);
  }

  /** Writes the new state if nobody else did since it was read. */
  boolean save(TenantId tenant, Interaction interaction) {
    return db.updateInHaste(
            tenant,
            """
            update interactions set state = ?, result = ?, version = version + 1
            where tenant_id = ? and hash = ? and version = ?
            """,
            new Jsonb(interaction.state().toString()),
            interaction.result() == null ? null : new Jsonb(JsonCodec.text(interaction.result())),
            tenant,
            Digests.sha256(interaction.id()),
            interaction.version())
        == 1;
  }

  /**
   * The same where the person has signed in and nothing else is to be kept of it: the account's
   * time of sign-in is written by the same statement.
   */
  boolean signIn(TenantId tenant, Interaction interaction, InteractionResult result, Instant now) {
    return db.updateInHaste(
            tenant,
            """
            with finished as (
              update interactions set state = ?, result = ?, version = version + 1
              where tenant_id = ? and hash = ? and version = ?
              returning tenant_id)
            update users u set last_sign_in_at = ?, updated_at = ?
            from finished where u.tenant_id = finished.tenant_id and u.id = ?
            """,
            new Jsonb(interaction.state().toString()),
            new Jsonb(JsonCodec.text(result)),
            tenant,
            Digests.sha256(interaction.id()),
            interaction.version(),
            now,
            now,
            result.userId())
        == 1;
  }

  /**
   * Takes a finished interaction out, once: of two requests that resume it, one gets it. The person
   * is compared with a column, as row-level security lets an index be used by leakproof operators
   * only, and {@code ->>} is none.
   */
  Optional<Interactions.Taken> take(TenantId tenant, String id, Instant now) {
    return db.find(
        tenant,
        """
        with taken as (
          delete from interactions i where i.tenant_id = ? and i.hash = ? and i.result is not null and
        """
            + LASTS
            + """
              returning *, result ->> 'userId' as user_id)
            select taken.*, coalesce(u.is_suspended, false) as suspended,
              u.application_id is null and u.cimd_client_id is null as newcomer
            from taken left join users u on u.tenant_id = taken.tenant_id and u.id = taken.user_id
            """,
        row ->
            new Interactions.Taken(
                interaction(id, row), row.flag("suspended"), row.flag("newcomer")),
        tenant,
        Digests.sha256(id),
        now);
  }

  private static Map<IdentifierType, String> met(String columns) {
    return Stream.of(IdentifierType.values())
        .collect(Collectors.toMap(type -> type, type -> met(columns, type)));
  }

  private static String met(String columns, IdentifierType type) {
    return "select i.*, "
        + columns
        + " from interactions i left join users u on u.tenant_id = i.tenant_id and "
        + UserRow.keyColumn(type)
        + " = ? where i.tenant_id = ? and i.hash = ? and "
        + LASTS;
  }

  private static Interaction interaction(String id, Row row) throws SQLException {
    String result = row.textOrNull("result");
    return new Interaction(
        id,
        row.integer("version"),
        row.text("application_id"),
        row.textOrNull("session_id"),
        JsonCodec.tree(row.text("request")),
        row.text("prompt"),
        (ObjectNode) JsonCodec.tree(row.text("state")),
        result == null ? null : JsonCodec.read(result, InteractionResult.class),
        row.instant("expires_at"));
  }
}
