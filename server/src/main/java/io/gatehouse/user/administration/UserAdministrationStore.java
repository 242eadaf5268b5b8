package io.gatehouse.user.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.credential.PasswordHash;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.ListStatement;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.User;
import io.gatehouse.user.UserKeys;
import io.gatehouse.user.UserRow;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What administrators read and write of people. */
@Singleton
class UserAdministrationStore {
  private static final String SECRETS =
      ", u.password_hash, u.password_method, u.password_updated_at, u.is_password_expired ";

  /** The total is a counter's: to count a million rows would take longer than all the rest. */
  private static final String ALL =
      "select (select total_of('users')) as list_total, "
          + UserRow.COLUMNS
          + SECRETS
          + "from users u where u.tenant_id = ? order by u.created_at desc, u.id limit ? offset ?";

  private static final String SEARCHED =
      "select s.total as list_total, "
          + UserRow.COLUMNS
          + SECRETS
          + """
          from search_users(?::jsonb, ?, ?, ?::jsonb, ?, ?, ?) s join users u on u.tenant_id = ? and u.id = s.id
          order by u.created_at desc, u.id
          """;

  private final Db db;

  UserAdministrationStore(Db db) {
    this.db = db;
  }

  Slice<SignInUser> list(TenantId tenant, UserFilter filter, Page page) {
    long[] total = {0};
    List<SignInUser> found =
        ListStatement.query(
            db,
            tenant,
            filter.isEmpty() ? ALL : SEARCHED,
            row -> {
              total[0] = row.number("list_total");
              return UserRow.withPassword(row);
            },
            arguments(tenant, filter, page));
    return new Slice<>(
        found, found.isEmpty() && page.number() > 1 ? count(tenant, filter) : total[0]);
  }

  private long count(TenantId tenant, UserFilter filter) {
    if (filter.isEmpty()) {
      return db.one(tenant, "select total_of('users') as total", row -> row.number("total"));
    }
    return list(tenant, filter, new Page(1, 1)).total();
  }

  private static @Nullable Object[] arguments(TenantId tenant, UserFilter filter, Page page) {
    long size = page.size();
    if (filter.isEmpty()) {
      return new @Nullable Object[] {tenant, size, page.offset()};
    }
    Search search = filter.search();
    ArrayNode conditions = JsonCodec.mapper().createArrayNode();
    for (Search.Condition condition : search.conditions()) {
      ObjectNode one = conditions.addObject();
      ObjectNode columns = one.putObject("columns");
      condition.columns().forEach((column, mode) -> columns.put(column, mode.name()));
      ArrayNode values = one.putArray("values");
      condition.values().forEach(values::add);
    }
    ObjectNode filters = JsonCodec.object();
    filter.filters().forEach((name, value) -> filters.put(name.inDatabase(), value));
    return new @Nullable Object[] {
      new Jsonb(conditions.toString()),
      search.joint() == Search.Joint.AND,
      search.caseSensitive(),
      new Jsonb(filters.toString()),
      UserFilter.COUNTED,
      size,
      page.offset(),
      tenant
    };
  }

  /** The person, kept from other changes until the end of the transaction. */
  Optional<User> lock(TenantId tenant, String id) {
    return db.find(
        tenant,
        "select "
            + UserRow.COLUMNS
            + " from users u where u.tenant_id = ? and u.id = ? for update of u",
        UserRow::read,
        tenant,
        id);
  }

  /** A column and its new value. */
  private record Assignment(String sql, @Nullable Object value) {}

  void update(
      TenantId tenant, String id, UserPatch patch, boolean usernamesCaseSensitive, Instant now) {
    List<Assignment> assignments = new ArrayList<>();
    if (patch.username().isSet()) {
      String name = patch.username().value();
      assignments.add(new Assignment("username = ?", name));
      assignments.add(
          new Assignment(
              "username_key = ?",
              name == null ? null : UserKeys.username(name, usernamesCaseSensitive)));
    }
    if (patch.primaryEmail().isSet()) {
      String address = patch.primaryEmail().value();
      assignments.add(new Assignment("primary_email = ?", address));
      assignments.add(
          new Assignment("email_key = ?", address == null ? null : UserKeys.email(address)));
    }
    if (patch.primaryPhone().isSet()) {
      String number = patch.primaryPhone().value();
      assignments.add(new Assignment("primary_phone = ?", number));
      assignments.add(
          new Assignment("phone_key = ?", number == null ? null : UserKeys.phone(number)));
    }
    if (patch.name().isSet()) {
      assignments.add(new Assignment("name = ?", patch.name().value()));
    }
    if (patch.avatar().isSet()) {
      assignments.add(new Assignment("avatar = ?", patch.avatar().value()));
    }
    if (patch.customData() != null) {
      assignments.add(new Assignment("custom_data = ?", json(patch.customData())));
    }
    if (patch.profile() != null) {
      assignments.add(new Assignment("profile = ?", json(patch.profile().json())));
    }
    assign(tenant, id, assignments, now);
  }

  boolean mergeCustomData(TenantId tenant, String id, ObjectNode members, Instant now) {
    return assign(
        tenant, id, List.of(new Assignment("custom_data = custom_data || ?", json(members))), now);
  }

  boolean mergeProfile(TenantId tenant, String id, ObjectNode members, Instant now) {
    return assign(
        tenant, id, List.of(new Assignment("profile = profile || ?", json(members))), now);
  }

  boolean setPassword(TenantId tenant, String id, PasswordHash password, Instant now) {
    return assign(
        tenant,
        id,
        List.of(
            new Assignment("password_hash = ?", password.digest()),
            new Assignment("password_method = ?", password.method().label()),
            new Assignment("password_updated_at = ?", now),
            new Assignment("is_password_expired = ?", false)),
        now);
  }

  boolean setPasswordExpired(TenantId tenant, String id, boolean expired, Instant now) {
    return assign(tenant, id, List.of(new Assignment("is_password_expired = ?", expired)), now);
  }

  boolean setSuspended(TenantId tenant, String id, boolean suspended, Instant now) {
    return assign(tenant, id, List.of(new Assignment("is_suspended = ?", suspended)), now);
  }

  boolean delete(TenantId tenant, String id) {
    return db.update(tenant, "delete from users where tenant_id = ? and id = ?", tenant, id) == 1;
  }

  /** Unlinks the identity; the account counts as changed. */
  boolean deleteIdentity(TenantId tenant, String id, String target, Instant now) {
    return db.update(
            tenant,
            """
            with unlinked as (
              delete from user_identities where tenant_id = ? and user_id = ? and target = ?
              returning tenant_id, user_id)
            update users u set updated_at = ? from unlinked where u.tenant_id = unlinked.tenant_id and u.id = unlinked.user_id
            """,
            tenant,
            id,
            target,
            now)
        == 1;
  }

  /** The identities at enterprises' providers, oldest first, as the API shows them. */
  List<JsonNode> ssoIdentities(TenantId tenant, String id) {
    List<JsonNode> identities = new ArrayList<>();
    db.one(
            tenant,
            "select sso_identities_of(?, ?) as identities",
            row -> JsonCodec.tree(row.text("identities")),
            tenant,
            id)
        .forEach(identities::add);
    return identities;
  }

  private boolean assign(TenantId tenant, String id, List<Assignment> assignments, Instant now) {
    List<Assignment> all = new ArrayList<>(assignments);
    all.add(new Assignment("updated_at = ?", now));
    List<@Nullable Object> arguments = new ArrayList<>();
    all.forEach(assignment -> arguments.add(assignment.value()));
    arguments.add(tenant);
    arguments.add(id);
    String sql =
        "update users set "
            + String.join(", ", all.stream().map(Assignment::sql).toList())
            + " where tenant_id = ? and id = ?";
    return db.update(tenant, sql, arguments.toArray()) == 1;
  }

  private static Jsonb json(JsonNode node) {
    return new Jsonb(node.toString());
  }
}
