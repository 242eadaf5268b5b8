package io.gatehouse.account.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.account.proof.Proofs.Owner;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People's proofs in the database. */
@Singleton
class ProofStore {
  private static final String LIVE =
      " from account_verifications where tenant_id = ? and id = ? and user_id = ? and expires_at > ?";

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

  void insert(Owner owner, Entry row, Instant now, Instant expiresAt) {
    db.update(
        owner.tenant(),
        """
        insert into account_verifications (tenant_id, id, user_id, type, verified, address, template, connector_id,
          session, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
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

  boolean permits(Owner owner, String id, Instant now) {
    return db.find(
            owner.tenant(),
            "select id"
                + LIVE
                + " and verified and (type = 'Password' or template = 'UserPermissionValidation')",
            row -> true,
            owner.tenant(),
            id,
            owner.userId(),
            now)
        .isPresent();
  }

  Optional<ProvedAddress> address(Owner owner, String id, Instant now) {
    return db.find(
        owner.tenant(),
        "select *" + LIVE + " and address is not null",
        row ->
            new ProvedAddress(
                row.text("id"),
                identifier(row),
                Template.valueOf(row.text("template")),
                row.flag("verified")),
        owner.tenant(),
        id,
        owner.userId(),
        now);
  }

  void proveAddress(Owner owner, String id) {
    db.update(
        owner.tenant(),
        """
        update account_verifications set verified = true
        where tenant_id = ? and id = ? and user_id = ? and address is not null
        """,
        owner.tenant(),
        id,
        owner.userId());
  }

  Optional<Identifier> redeemAddress(Owner owner, String id, Instant now) {
    return db.find(
        owner.tenant(),
        "delete" + LIVE + " and verified and address is not null returning type, address",
        ProofStore::identifier,
        owner.tenant(),
        id,
        owner.userId(),
        now);
  }

  Optional<SocialProof> social(Owner owner, String id, Instant now) {
    return db.find(
        owner.tenant(),
        "select *" + LIVE + " and connector_id is not null",
        ProofStore::trip,
        owner.tenant(),
        id,
        owner.userId(),
        now);
  }

  boolean isPasskey(Owner owner, String id, Instant now) {
    return db.find(
            owner.tenant(),
            "select id" + LIVE + " and type = 'WebAuthn'",
            row -> true,
            owner.tenant(),
            id,
            owner.userId(),
            now)
        .isPresent();
  }

  void provePasskey(Owner owner, String id, ObjectNode passkey) {
    db.update(
        owner.tenant(),
        """
        update account_verifications set verified = true, user_info = ?
        where tenant_id = ? and id = ? and user_id = ? and type = 'WebAuthn'
        """,
        new Jsonb(passkey.toString()),
        owner.tenant(),
        id,
        owner.userId());
  }

  Optional<ObjectNode> redeemPasskey(Owner owner, String id, Instant now) {
    return db.find(
        owner.tenant(),
        "delete" + LIVE + " and verified and type = 'WebAuthn' returning user_info",
        row -> (ObjectNode) JsonCodec.tree(row.text("user_info")),
        owner.tenant(),
        id,
        owner.userId(),
        now);
  }

  Optional<Map<String, String>> takeSession(Owner owner, String id, Instant now) {
    return db.find(
        owner.tenant(),
        """
        with taken as (
          select tenant_id, id, session from account_verifications
          where tenant_id = ? and id = ? and user_id = ? and expires_at > ? and session is not null
          for update)
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
        },
        owner.tenant(),
        id,
        owner.userId(),
        now);
  }

  void proveSocial(Owner owner, String id, ObjectNode userInfo, @Nullable String tokens) {
    db.update(
        owner.tenant(),
        """
        update account_verifications set verified = true, session = null, user_info = ?, tokens = ?
        where tenant_id = ? and id = ? and user_id = ? and connector_id is not null
        """,
        new Jsonb(userInfo.toString()),
        tokens,
        owner.tenant(),
        id,
        owner.userId());
  }

  Optional<SocialProof> redeemSocial(Owner owner, String id, Instant now) {
    return db.find(
        owner.tenant(),
        "delete" + LIVE + " and verified and connector_id is not null returning *",
        ProofStore::trip,
        owner.tenant(),
        id,
        owner.userId(),
        now);
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
