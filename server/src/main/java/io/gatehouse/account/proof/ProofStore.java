package io.gatehouse.account.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.account.proof.Proofs.Owner;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.db.RowMapper;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People's proofs in the database. */
@Singleton
class ProofStore {
  private static final String LIVE =
      "where tenant_id = ? and id = ? and user_id = ? and expires_at > ?";

  private final Db db;

  ProofStore(Db db) {
    this.db = db;
  }

  /** A proof to be kept. */
  record Entry(
      String id,
      String type,
      @Nullable String address,
      @Nullable String template,
      @Nullable String connectorId,
      @Nullable Map<String, String> session) {
    static Entry password(String id) {
      return new Entry(id, "Password", null, null, null, null);
    }

    static Entry address(String id, Identifier address, Template template) {
      return new Entry(id, named(address.type()), address.value(), template.name(), null, null);
    }

    static Entry passkey(String id, Map<String, String> session) {
      return new Entry(id, "WebAuthn", null, null, null, session);
    }

    static Entry social(String id, String connectorId, Map<String, String> session) {
      return new Entry(id, "Social", null, null, connectorId, session);
    }
  }

  /**
   * Keeps a proof. Of those that nobody has finished the person has a few at a time: the oldest go,
   * so that a program that only begins them fills no table.
   *
   * @param unfinished how many may be there with this one
   */
  void insert(Owner owner, Entry row, Instant now, Instant expiresAt, int unfinished) {
    db.update(
        owner.tenant(),
        """
        with given_up as (
          delete from account_verifications where tenant_id = ? and id in (
            select id from account_verifications where tenant_id = ? and user_id = ? and not verified
            order by created_at desc, id offset ?))
        insert into account_verifications (tenant_id, id, user_id, type, verified, address, template, connector_id,
          session, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        owner.tenant(),
        owner.tenant(),
        owner.userId(),
        unfinished - 1,
        owner.tenant(),
        row.id(),
        owner.userId(),
        row.type(),
        row.type().equals("Password"),
        row.address(),
        row.template(),
        row.connectorId(),
        row.session() == null ? null : new Jsonb(JsonCodec.text(row.session())),
        now,
        expiresAt);
  }

  /** A proof of somebody's, if it is not over. */
  record Live(Owner owner, String id, Instant now) {}

  boolean permits(Live proof) {
    return find(
            proof,
            "select id",
            "and verified and (type = 'Password' or template = 'UserPermissionValidation')",
            row -> true)
        .isPresent();
  }

  Optional<ProvedAddress> address(Live proof) {
    return find(
        proof,
        "select *",
        "and address is not null",
        row ->
            new ProvedAddress(
                row.text("id"),
                identifier(row),
                Template.valueOf(row.text("template")),
                row.flag("verified"),
                row.instant("created_at")));
  }

  void proveAddress(Live proof) {
    prove(proof, "", "and address is not null");
  }

  Optional<Identifier> redeemAddress(Live proof) {
    return find(
        proof,
        "delete",
        "and verified and address is not null returning type, address",
        ProofStore::identifier);
  }

  Optional<SocialProof> social(Live proof) {
    return find(proof, "select *", "and connector_id is not null", ProofStore::trip);
  }

  boolean isPasskey(Live proof) {
    return find(proof, "select id", "and type = 'WebAuthn'", row -> true).isPresent();
  }

  void provePasskey(Live proof, ObjectNode passkey) {
    prove(proof, ", user_info = ?", "and type = 'WebAuthn'", new Jsonb(passkey.toString()));
  }

  Optional<ObjectNode> redeemPasskey(Live proof) {
    return find(
        proof,
        "delete",
        "and verified and type = 'WebAuthn' returning user_info",
        row -> (ObjectNode) JsonCodec.tree(row.text("user_info")));
  }

  Optional<Map<String, String>> takeSession(Live proof) {
    return find(
        proof,
        "with taken as (select tenant_id, id, session",
        """
        and session is not null for update)
        update account_verifications v set session = null
        from taken where v.tenant_id = taken.tenant_id and v.id = taken.id
        returning taken.session
        """,
        row -> {
          Map<String, String> session = new HashMap<>();
          JsonCodec.tree(row.text("session"))
              .properties()
              .forEach(entry -> session.put(entry.getKey(), entry.getValue().asText()));
          return Map.copyOf(session);
        });
  }

  void proveSocial(Live proof, ObjectNode userInfo, @Nullable String tokens) {
    prove(
        proof,
        ", session = null, user_info = ?, tokens = ?",
        "and connector_id is not null",
        new Jsonb(userInfo.toString()),
        tokens);
  }

  Optional<SocialProof> redeemSocial(Live proof) {
    return find(
        proof, "delete", "and verified and connector_id is not null returning *", ProofStore::trip);
  }

  /**
   * What a statement answers about the proof.
   *
   * @param verb what is done with it
   * @param rest what must hold besides, and what is answered
   */
  private <T> Optional<T> find(Live proof, String verb, String rest, RowMapper<T> answer) {
    Owner owner = proof.owner();
    return db.find(
        owner.tenant(),
        verb + " from account_verifications " + LIVE + " " + rest,
        answer,
        owner.tenant(),
        proof.id(),
        owner.userId(),
        proof.now());
  }

  /**
   * Marks it as proved.
   *
   * @param written what else is set, beginning with a comma
   * @param rest what must hold besides
   */
  private void prove(Live proof, String written, String rest, @Nullable Object... values) {
    Owner owner = proof.owner();
    List<@Nullable Object> arguments = new ArrayList<>(Arrays.asList(values));
    arguments.addAll(List.of(owner.tenant(), proof.id(), owner.userId(), proof.now()));
    db.update(
        owner.tenant(),
        "update account_verifications set verified = true" + written + " " + LIVE + " " + rest,
        arguments.toArray());
  }

  private static SocialProof trip(Row row) throws SQLException {
    String info = row.textOrNull("user_info");
    return new SocialProof(
        row.text("id"),
        row.text("connector_id"),
        info == null ? null : (ObjectNode) JsonCodec.tree(info),
        row.textOrNull("tokens"));
  }

  private static Identifier identifier(Row row) throws SQLException {
    return row.text("type").equals(named(IdentifierType.EMAIL))
        ? Identifier.email(row.text("address"))
        : Identifier.phone(row.text("address"));
  }

  private static String named(IdentifierType type) {
    return type == IdentifierType.EMAIL ? "EmailVerificationCode" : "PhoneVerificationCode";
  }
}
