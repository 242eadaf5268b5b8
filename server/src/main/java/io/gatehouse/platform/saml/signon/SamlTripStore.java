package io.gatehouse.platform.saml.signon;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.db.RowMapper;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Requests to providers in the database, and what was answered to them. Each kind of connector has
 * a table of its own.
 *
 * @param <T> what is kept of a response
 */
public final class SamlTripStore<T> {
  private final Db db;
  private final Kept<T> kept;

  public SamlTripStore(Db db, Kept<T> kept) {
    this.db = db;
    this.kept = kept;
  }

  /**
   * Where the requests of a kind of connector are, and what is kept there of their responses.
   *
   * @param document the column of what is said, which is emptied once it is handed out
   * @param more the other columns that a response fills; among them {@code assertion_id}, by which
   *     an assertion counts once
   * @param values for the document and these columns
   * @param reader reads them
   */
  public record Kept<T>(
      String table,
      String document,
      List<String> more,
      Function<T, List<Object>> values,
      RowMapper<T> reader) {
    /** Each column in its place in the text, with commas in between. */
    private String columns(String text) {
      List<String> columns = new ArrayList<>(more);
      columns.addFirst(document);
      return columns.stream().map(text::formatted).collect(Collectors.joining(", "));
    }
  }

  /** Writes a request down. */
  public void insert(
      TenantId tenant, SamlTrip trip, String relayState, Instant now, Duration life) {
    db.update(
        tenant,
        """
        insert into %s
          (tenant_id, id, connector_id, relay_state_hash, redirect_uri, state, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """
            .formatted(kept.table()),
        tenant,
        trip.id(),
        trip.connectorId(),
        Digests.sha256(relayState),
        trip.to().redirectUri(),
        trip.to().state(),
        now,
        now.plus(life));
  }

  /** The request with which this state was sent. */
  public Optional<SamlTrip> find(TenantId tenant, String relayState) {
    return db.find(
        tenant,
        """
        select id, connector_id, redirect_uri, state from %s
        where tenant_id = ? and relay_state_hash = ?
        """
            .formatted(kept.table()),
        row ->
            new SamlTrip(
                row.text("id"),
                row.text("connector_id"),
                new SamlTrip.Return(row.text("redirect_uri"), row.text("state"))),
        tenant,
        Digests.sha256(relayState));
  }

  /**
   * A request that waits for its answer.
   *
   * @param at when it was made
   */
  public record Pending(String id, String connectorId, Instant at) {}

  /** The request with which this state is to be sent, while it may still be answered. */
  public Optional<Pending> pending(TenantId tenant, String relayState, Instant now) {
    return db.find(
        tenant,
        """
        select id, connector_id, created_at from %s
        where tenant_id = ? and relay_state_hash = ? and ticket_hash is null and expires_at > ?
        """
            .formatted(kept.table()),
        row -> new Pending(row.text("id"), row.text("connector_id"), row.instant("created_at")),
        tenant,
        Digests.sha256(relayState),
        now);
  }

  /**
   * Takes the answer to a request, if it is the first one, comes in time, and by an assertion that
   * has not been used.
   *
   * @param ticket for which it is handed out
   */
  public boolean answer(TenantId tenant, String id, T answer, String ticket, Instant now) {
    List<@Nullable Object> arguments = new ArrayList<>(kept.values().apply(answer));
    arguments.addAll(List.of(Digests.sha256(ticket), tenant, id, now));
    try {
      return db.update(
              tenant,
              """
              update %s set %s, ticket_hash = ?
              where tenant_id = ? and id = ? and ticket_hash is null and expires_at > ?
              """
                  .formatted(kept.table(), kept.columns("%s = ?")),
              arguments.toArray())
          == 1;
    } catch (DbException.Unique used) {
      return false;
    }
  }

  /**
   * Hands out what was answered, once; the request stays until it expires, so that it is not
   * answered again.
   */
  public Optional<T> collect(
      TenantId tenant, String connectorId, String id, String ticket, Instant now) {
    return db.find(
        tenant,
        """
        update %1$s now set %2$s = null
        from %1$s before
        where now.tenant_id = ? and now.connector_id = ? and now.id = ? and now.ticket_hash = ?
          and now.expires_at > ? and now.%2$s is not null
          and before.tenant_id = now.tenant_id and before.id = now.id
        returning %3$s
        """
            .formatted(kept.table(), kept.document(), kept.columns("before.%s")),
        kept.reader(),
        tenant,
        connectorId,
        id,
        Digests.sha256(ticket),
        now);
  }
}
