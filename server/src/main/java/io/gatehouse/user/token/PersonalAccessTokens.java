package io.gatehouse.user.token;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminAudit;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.UserError;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The personal access tokens of people, as administrators see them and as they are presented. */
@Singleton
public class PersonalAccessTokens {
  private static final String PREFIX = "pat_";
  private static final int LENGTH = 32;

  private final PersonalAccessTokenStore store;
  private final Users users;
  private final AdminAudit audit;
  private final Db db;
  private final InstantSource clock;

  PersonalAccessTokens(
      PersonalAccessTokenStore store, Users users, AdminAudit audit, Db db, InstantSource clock) {
    this.store = store;
    this.users = users;
    this.audit = audit;
    this.db = db;
    this.clock = clock;
  }

  List<PersonalAccessToken> list(TenantId tenant, String userId) {
    users.get(tenant, userId);
    return store.list(tenant, userId);
  }

  /** The id of the person whose token this is, while it lives. */
  public Optional<String> owner(TenantId tenant, String token) {
    return token.startsWith(PREFIX)
        ? store.owner(tenant, token, clock.instant())
        : Optional.empty();
  }

  PersonalAccessToken create(TenantId tenant, Actor actor, String userId, TokenInput input) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (input.expiresAt() != null && !input.expiresAt().isAfter(now)) {
      throw RequestError.invalidInput("expiresAt must be in the future");
    }
    PersonalAccessToken token =
        new PersonalAccessToken(
            tenant, userId, input.name(), PREFIX + Ids.secret(LENGTH), now, input.expiresAt());
    return changing(
        tenant,
        actor,
        change(userId, "created", null, input.name()),
        () -> {
          store.insert(token);
          return token;
        });
  }

  PersonalAccessToken rename(
      TenantId tenant, Actor actor, String userId, String name, String newName) {
    return changing(
        tenant,
        actor,
        change(userId, "renamed", name, newName),
        () ->
            store
                .rename(tenant, userId, name, newName)
                .orElseThrow(() ->
                    EntityError.NOT_EXISTS.exception(Map.of("name", "personal_access_token"))));
  }

  void delete(TenantId tenant, Actor actor, String userId, String name) {
    changing(
        tenant,
        actor,
        change(userId, "deleted", name, null),
        () -> {
          if (!store.delete(tenant, userId, name)) {
            throw EntityError.NOT_FOUND.exception();
          }
          return name;
        });
  }

  private <T> T changing(TenantId tenant, Actor actor, AdminChange change, Supplier<T> work) {
    try {
      return db.transaction(
          tenant,
          () -> {
            T result = work.get();
            audit.record(tenant, actor, change);
            return result;
          });
    } catch (DbException.Unique e) {
      throw UserError.TOKEN_NAME_EXISTS.exception();
    }
  }

  /** Only the name: the value is a secret. */
  private static AdminChange change(
      String userId, String verb, @Nullable String before, @Nullable String after) {
    return new AdminChange(
        "user.personal_access." + verb, "user", userId, named(before), named(after));
  }

  private static @Nullable Object named(@Nullable String name) {
    return name == null ? null : Map.of("name", name);
  }
}
