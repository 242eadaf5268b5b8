package io.gatehouse.oidc.token;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.oidc.token.content.UserTokens.AccessToken;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.SharedStatement;
import io.gatehouse.platform.db.SharedStatement.Answer;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Redeems what clients present (codes, refresh tokens) and writes the tokens that it brings: both
 * or nothing, in one statement, which is shared with who else redeems at that moment. Each stands
 * alone in it: who is refused gets no row, and takes nothing from the others.
 */
final class RedemptionStore {
  /** What an update returns of each row that it redeems: the tokens take it over. */
  static final String COLUMNS =
      "tenant_id, grant_id, session_id, application_id, scope, resources, claims_request,"
          + " authorization_details, nonce, auth_time, with_auth_time, amr, first_issued_at";

  private static final String ASKED =
      """
      with asked as (
        select * from jsonb_to_recordset(?::jsonb) as r (place integer, presented bytea, at timestamptz,
          access bytea, access_scope text, access_cnf jsonb, access_details jsonb, access_until timestamptz,
          refresh bytea, refresh_cnf jsonb, refresh_until timestamptz)),
      redeemed as (
      """;

  private static final String WITH_TOKENS =
      """
      ),
      access as (
        insert into access_tokens (tenant_id, hash, grant_id, session_id, application_id, scope, claims_request, cnf,
          authorization_details, created_at, expires_at)
        select tenant_id, access, grant_id, session_id, application_id, access_scope, claims_request, access_cnf,
          access_details, at, access_until
        from redeemed where access is not null),
      refresh as (
        insert into refresh_tokens (hash, cnf, created_at, expires_at, $columns)
        select refresh, refresh_cnf, at, refresh_until, $columns
        from redeemed where refresh is not null)
      select place from redeemed
      """
          .replace("$columns", COLUMNS);

  private final Db db;
  private final String sql;
  private final SharedStatement<Redemption, Boolean> redemptions;

  /**
   * Redemptions of one kind.
   *
   * @param update redeems the rows whose {@code hash} is the {@code presented} one of an {@code
   *     asked a}, if they are good at the time {@code a.at}; returns {@code a.*} and {@link
   *     #COLUMNS}. Its parameters are the tenant and all the hashes, by which the rows are found:
   *     the planner takes a document for a hundred rows, and would read the whole table
   */
  RedemptionStore(Db db, String update) {
    this.db = db;
    this.sql = ASKED + update + WITH_TOKENS;
    this.redemptions = new SharedStatement<>(this::run);
  }

  /**
   * A refresh token about to be answered.
   *
   * @param confirmation the key that it is bound to, as a public client's is
   */
  record RefreshToken(String value, @Nullable Confirmation confirmation, Instant expiresAt) {}

  /**
   * What one redemption brings.
   *
   * @param access null for none, as {@code refresh}
   * @param confirmation the key that the access token is bound to
   */
  record Issued(
      @Nullable AccessToken access,
      @Nullable Confirmation confirmation,
      @Nullable RefreshToken refresh,
      Instant now) {

    /** Whether anything of it is written down. */
    boolean stored() {
      return refresh != null || (access != null && access.stored());
    }
  }

  record Redemption(byte[] presented, Issued issued) {}

  /** Whether it was good, so that its tokens are written. */
  boolean redeem(TenantId tenant, String presented, Issued issued) {
    var redemption = new Redemption(Digests.sha256(presented), issued);
    // One row is redeemed once in a statement. Who presented the same in company, which is refused
    // for a code and right for a refresh token, is asked for again alone.
    return redemptions.write(tenant, redemption).isPresent()
        || !run(tenant, List.of(redemption)).isEmpty();
  }

  List<Answer<Boolean>> run(TenantId tenant, List<Redemption> asked) {
    return db.query(
        tenant,
        sql,
        row -> new Answer<>(row.integer("place"), true),
        document(asked),
        tenant,
        hashes(asked));
  }

  /** In the order of what is presented, so that two statements never wait for each other's rows. */
  private static Jsonb document(List<Redemption> asked) {
    ArrayNode document = JsonCodec.mapper().createArrayNode();
    IntStream.range(0, asked.size())
        .mapToObj(i -> row(i + 1, asked.get(i)))
        .sorted((a, b) -> a.get("presented").asText().compareTo(b.get("presented").asText()))
        .forEach(document::add);
    return new Jsonb(document.toString());
  }

  private static ObjectNode row(int place, Redemption redemption) {
    Issued issued = redemption.issued();
    ObjectNode row =
        JsonCodec.object()
            .put("place", place)
            .put("presented", hex(redemption.presented()))
            .put("at", issued.now().toString());
    AccessToken access = issued.access();
    if (access != null && access.stored()) {
      row.put("access", hex(Digests.sha256(access.value())))
          .put("access_scope", access.scope().toString())
          .put("access_until", issued.now().plus(access.life()).toString())
          .set("access_details", access.details());
      row.set("access_cnf", tree(issued.confirmation()));
    }
    RefreshToken refresh = issued.refresh();
    if (refresh != null) {
      row.put("refresh", hex(Digests.sha256(refresh.value())))
          .put("refresh_until", refresh.expiresAt().toString())
          .set("refresh_cnf", tree(refresh.confirmation()));
    }
    return row;
  }

  private static @Nullable ObjectNode tree(@Nullable Confirmation confirmation) {
    return confirmation == null ? null : JsonCodec.mapper().valueToTree(confirmation);
  }

  private static byte[][] hashes(List<Redemption> asked) {
    return asked.stream().map(Redemption::presented).toArray(byte[][]::new);
  }

  /** A hash as PostgreSQL reads bytes in a document. */
  static String hex(byte[] hash) {
    return "\\x" + HexFormat.of().formatHex(hash);
  }
}
