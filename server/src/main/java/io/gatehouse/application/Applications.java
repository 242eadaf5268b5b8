package io.gatehouse.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.access.role.RoleId;
import io.gatehouse.access.role.holder.HeldRoles;
import io.gatehouse.access.role.holder.RoleHolder;
import io.gatehouse.application.cimd.DescribedClients;
import io.gatehouse.application.metadata.OidcClientMetadata;
import io.gatehouse.application.protection.ProtectedSites;
import io.gatehouse.application.protection.Protection;
import io.gatehouse.application.protocol.SectorIdentifiers;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminAudit;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.protocol.ClientIdUrl;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The applications of a tenant. */
@Singleton
public class Applications {
  /** The topic under which changes are announced. */
  public static final String TOPIC = "applications";

  /** In the administrators' audit. */
  static final String NOUN = "application";

  private static final String FIRST_SECRET = "Default secret";
  private static final int SECRET_LENGTH = 32;

  /** Gives everything at the tenant's own Management API. */
  private static final RoleId ADMIN_ROLE = new RoleId("admin-role");

  private final ApplicationStore store;
  private final HeldRoles roles;
  private final AdminAudit audit;
  private final Db db;
  private final Invalidations invalidations;
  private final InstantSource clock;
  private final ProtectedSites sites;
  private final SectorIdentifiers sectors;
  private final DescribedClients described;
  private final TenantCache<String, Optional<Application>> cache;
  private final TenantCache<String, List<ApplicationSecret>> secrets;

  Applications(
      ApplicationStore store,
      HeldRoles roles,
      AdminAudit audit,
      Db db,
      Invalidations invalidations,
      InstantSource clock,
      ProtectedSites sites,
      SectorIdentifiers sectors,
      DescribedClients described) {
    this.store = store;
    this.roles = roles;
    this.audit = audit;
    this.db = db;
    this.invalidations = invalidations;
    this.clock = clock;
    this.sites = sites;
    this.sectors = sectors;
    this.described = described;
    this.cache = new TenantCache<>(invalidations, 10_000, TOPIC);
    this.secrets = new TenantCache<>(invalidations, 10_000, TOPIC);
  }

  /**
   * The application, from the cache; one that nobody registered is found by its own description.
   */
  public Optional<Application> find(TenantId tenant, String id) {
    if (ClientIdUrl.named(id)) {
      return described.find(tenant, id);
    }
    return cache.get(tenant, id, () -> store.find(tenant, id));
  }

  /** All secrets of the application, expired ones too, from the cache. */
  public List<ApplicationSecret> secrets(TenantId tenant, String id) {
    return secrets.get(tenant, id, () -> store.secrets(tenant, id));
  }

  /** The application as it is in the database, or the end of the request. */
  public Application get(TenantId tenant, String id) {
    return store.find(tenant, id).orElseThrow(() -> missing(id));
  }

  /** The same, kept from other changes until the end of the transaction. */
  public Application hold(TenantId tenant, String id) {
    return store.lock(tenant, id).orElseThrow(() -> missing(id));
  }

  /** The same where it is to be changed: built-in ones are not. */
  Application getOwn(TenantId tenant, String id) {
    return store
        .find(tenant, id)
        .filter(application -> !application.builtIn())
        .orElseThrow(() -> missing(id));
  }

  Slice<Application> list(TenantId tenant, ApplicationFilter filter, Page page) {
    return store.list(tenant, filter, page);
  }

  /** Those that have a role. */
  public Slice<Application> ofRole(TenantId tenant, RoleId role, Search search, Page page) {
    return store.ofRole(tenant, role, search, page);
  }

  /**
   * Whether people may be sent to this address: an application of the house is registered with it,
   * or with another one of its origin.
   *
   * @param origin of the address; null where it has none, as those of native applications
   */
  public boolean receiveAt(TenantId tenant, String address, @Nullable String origin) {
    return store.receiveAt(tenant, address, origin);
  }

  /** Whether it may do everything at the Management API. */
  boolean isAdmin(TenantId tenant, String id) {
    return roles.holds(tenant, new RoleHolder.Application(id), ADMIN_ROLE);
  }

  /** Creates the application and, when it is confidential, its first secret. */
  public Application create(TenantId tenant, Actor actor, ApplicationInput input) {
    ApplicationRules.check(input);
    Protection protection = protection(tenant, input);
    Application made =
        new Application(
            Ids.standardId(),
            input.name(),
            input.description(),
            input.type(),
            protection == null ? input.oidc() : protection.client(),
            input.custom(),
            protection == null ? null : protection.metadata(),
            input.customData() == null ? JsonCodec.object() : input.customData(),
            input.thirdParty(),
            false,
            false,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    changing(
        tenant,
        actor,
        AdminChange.created(NOUN, made.id(), made),
        () -> {
          store.insert(tenant, made);
          if (made.type().confidential()) {
            store.insertSecret(
                tenant,
                made.id(),
                new ApplicationSecret(
                    FIRST_SECRET, Ids.secret(SECRET_LENGTH), made.createdAt(), null));
          }
        });
    return made;
  }

  private @Nullable Protection protection(TenantId tenant, ApplicationInput input) {
    ApplicationInput.ProtectedSite site = input.protectedAppMetadata();
    if (input.type() != ApplicationType.Protected || site == null) {
      return null;
    }
    String domain =
        sites.domain().orElseThrow(ApplicationError.PROTECTED_NOT_CONFIGURED::exception);
    String host = site.subDomain() + "." + domain;
    if (store.hasHost(tenant, host)) {
      throw ApplicationError.PROTECTED_SUBDOMAIN_EXISTS.exception();
    }
    return new Protection(host, site.origin());
  }

  /** Changes the application at the wish of an administrator, who moves it out of no group. */
  Application patch(TenantId tenant, Actor actor, String id, ApplicationPatch patch) {
    OidcClientMetadata wanted = patch.oidcClientMetadata();
    // The group may be far away, so its list is read before anything is held.
    if (wanted != null
        && !getOwn(tenant, id)
            .oidcClientMetadata()
            .redirectUris()
            .containsAll(wanted.redirectUris())) {
      sectors.requireListed(tenant, id, wanted.redirectUris());
    }
    return change(tenant, actor, id, patch);
  }

  private Application change(TenantId tenant, Actor actor, String id, ApplicationPatch patch) {
    return db.transaction(
        tenant,
        () -> {
          Application before =
              store.lock(tenant, id).filter(a -> !a.builtIn()).orElseThrow(() -> missing(id));
          ApplicationRules.check(
              before,
              patch,
              () -> store.hasAccessRules(tenant, id),
              () -> store.heldToFapi(tenant, id));
          Application after = patch.applyTo(before);
          if (patch.isAdmin() != null) {
            roles.set(tenant, new RoleHolder.Application(id), ADMIN_ROLE, patch.isAdmin());
          }
          store.update(tenant, after);
          audit.record(tenant, actor, AdminChange.updated(NOUN, id, before, after));
          invalidations.changed(tenant, TOPIC);
          return after;
        });
  }

  /**
   * Gives an application that registered itself another name and other addresses. Whoever calls has
   * looked whether its group lists them.
   */
  public Application redescribe(
      TenantId tenant, Actor actor, String id, String name, OidcClientMetadata metadata) {
    return change(
        tenant,
        actor,
        id,
        new ApplicationPatch(name, Change.keep(), metadata, null, null, null, Change.keep(), null));
  }

  /** Lets the provider answer the application as OpenID Connect says, or as the convention does. */
  public void setStrictOidc(TenantId tenant, Actor actor, String id, boolean strict) {
    db.transaction(
        tenant,
        () -> {
          Application before =
              store.lock(tenant, id).filter(a -> !a.builtIn()).orElseThrow(() -> missing(id));
          store.update(tenant, before.withStrictOidc(strict));
          audit.record(
              tenant,
              actor,
              AdminChange.updated(
                  NOUN + ".strict_oidc",
                  id,
                  Map.of("enabled", before.strictOidc()),
                  Map.of("enabled", strict)));
          invalidations.changed(tenant, TOPIC);
        });
  }

  JsonNode mergeCustomData(TenantId tenant, Actor actor, String id, ObjectNode members) {
    return db.transaction(
        tenant,
        () -> {
          Supplier<RuntimeException> none =
              () -> EntityError.NOT_EXISTS.exception(Map.of("name", NOUN));
          JsonNode before = store.lock(tenant, id).orElseThrow(none).customData();
          JsonNode merged = store.mergeCustomData(tenant, id, members).orElseThrow(none);
          audit.record(
              tenant, actor, AdminChange.changed(NOUN, id, "custom_data.updated", before, merged));
          invalidations.changed(tenant, TOPIC);
          return merged;
        });
  }

  /** Deletes the application, and with it all that it was granted. */
  public void delete(TenantId tenant, Actor actor, String id) {
    Application before = getOwn(tenant, id);
    ApplicationRules.refuseSaml(before);
    changing(
        tenant,
        actor,
        AdminChange.deleted(NOUN, id, before),
        () -> {
          if (!store.delete(tenant, id)) {
            throw missing(id);
          }
        });
  }

  /** Runs a change, with its record and its announcement, in one transaction. */
  void changing(TenantId tenant, Actor actor, AdminChange change, Runnable work) {
    db.transaction(
        tenant,
        () -> {
          work.run();
          audit.record(tenant, actor, change);
          invalidations.changed(tenant, TOPIC);
        });
  }

  /** What events tell of an application. */
  public static ObjectNode members(Application application) {
    return JsonCodec.object()
        .put("id", application.id())
        .put("type", application.type().name())
        .put("name", application.name())
        .put("description", application.description());
  }

  private static RuntimeException missing(String id) {
    return EntityError.missing("applications", id);
  }
}
