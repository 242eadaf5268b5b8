package io.gatehouse.user.administration;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminAudit;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.enterprise.tokenset.SsoTokenSets;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.IdentityTokens;
import io.gatehouse.user.User;
import io.gatehouse.user.UserError;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts elsewhere that a person is linked to, as administrators see them. */
@Singleton
public class UserIdentities {
  private final UserAdministration administration;
  private final Users users;
  private final UserAdministrationStore store;
  private final IdentityTokens tokens;
  private final SsoTokenSets enterprises;
  private final AdminAudit audit;
  private final Db db;
  private final InstantSource clock;

  UserIdentities(
      UserAdministration administration,
      Users users,
      UserAdministrationStore store,
      IdentityTokens tokens,
      SsoTokenSets enterprises,
      AdminAudit audit,
      Db db,
      InstantSource clock) {
    this.administration = administration;
    this.users = users;
    this.store = store;
    this.tokens = tokens;
    this.enterprises = enterprises;
    this.audit = audit;
    this.db = db;
    this.clock = clock;
  }

  /** All identities of the person, by target. */
  public Map<String, User.Identity> all(TenantId tenant, String id) {
    return administration.get(tenant, id).user().identities();
  }

  User.Identity get(TenantId tenant, String id, String target) {
    return Optional.ofNullable(all(tenant, id).get(target))
        .orElseThrow(UserError.IDENTITY_NOT_EXIST::exception);
  }

  /** What is kept of the providers' tokens, by target. */
  Map<String, IdentityTokens.Described> tokens(TenantId tenant, String id) {
    Map<String, IdentityTokens.Described> byTarget = new HashMap<>();
    tokens.of(tenant, id).forEach(each -> byTarget.putIfAbsent(each.target(), each));
    return byTarget;
  }

  /** What is kept of the tokens of enterprises' providers, by connector. */
  Map<String, SsoTokenSets.Described> enterpriseTokens(TenantId tenant, String id) {
    Map<String, SsoTokenSets.Described> byConnector = new HashMap<>();
    enterprises
        .of(tenant, id)
        .forEach(each -> byConnector.putIfAbsent(each.ssoConnectorId(), each));
    return byConnector;
  }

  /** The identities at enterprises' providers, as the API shows them. */
  List<JsonNode> enterprise(TenantId tenant, String id) {
    return store.ssoIdentities(tenant, id);
  }

  /** The identity at the provider of one enterprise connector. */
  JsonNode enterprise(TenantId tenant, String id, String ssoConnectorId) {
    administration.get(tenant, id);
    return enterprise(tenant, id).stream()
        .filter(identity -> identity.path("ssoConnectorId").asText().equals(ssoConnectorId))
        .findFirst()
        .orElseThrow(() ->
            UserError.SSO_IDENTITY_NOT_EXIST.exception(Map.of("ssoConnectorId", ssoConnectorId)));
  }

  /** Links an identity in the place of what was linked; true when there was none. */
  public boolean put(
      TenantId tenant, Actor actor, String id, String target, User.Identity identity) {
    User.@Nullable Identity before = all(tenant, id).get(target);
    try {
      db.transaction(
          tenant,
          () -> {
            users.putIdentity(tenant, id, target, identity);
            tokens.forgetOthers(tenant, id, target, identity.userId());
            audit.record(
                tenant, actor, change(id, "linked", of(target, before), of(target, identity)));
          });
    } catch (DbException.Unique e) {
      throw UserError.IDENTITY_IN_USE.exception();
    }
    return before == null;
  }

  public User delete(TenantId tenant, Actor actor, String id, String target) {
    User.Identity before = get(tenant, id, target);
    db.transaction(
        tenant,
        () -> {
          if (!store.deleteIdentity(
              tenant, id, target, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
            throw UserError.IDENTITY_NOT_EXIST.exception();
          }
          audit.record(tenant, actor, change(id, "unlinked", of(target, before), null));
        });
    return administration.get(tenant, id).user();
  }

  private static AdminChange change(
      String id, String verb, @Nullable Object before, @Nullable Object after) {
    return new AdminChange("user.identity." + verb, UserAdministration.NOUN, id, before, after);
  }

  private static @Nullable Object of(String target, User.@Nullable Identity identity) {
    return identity == null ? null : Map.of("target", target, "identity", identity);
  }
}
