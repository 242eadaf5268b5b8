package io.gatehouse.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminAudit;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.connector.tokenset.TokenSets;
import io.gatehouse.connectors.Connector;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The connectors of a tenant. */
@Singleton
public class Connectors {
  /** The topic under which changes are announced. */
  public static final String TOPIC = "connectors";

  private static final String NOUN = "connector";
  private static final int TENANTS = 1_000;

  private final ConnectorStore store;
  private final Factories factories;
  private final SignInExperiences experiences;
  private final TokenSets tokens;
  private final AdminAudit audit;
  private final Db db;
  private final Invalidations invalidations;
  private final InstantSource clock;
  private final TenantCache<String, List<ConnectorInstance>> cache;

  Connectors(
      ConnectorStore store,
      Factories factories,
      SignInExperiences experiences,
      TokenSets tokens,
      AdminAudit audit,
      Db db,
      Invalidations invalidations,
      InstantSource clock) {
    this.store = store;
    this.factories = factories;
    this.experiences = experiences;
    this.tokens = tokens;
    this.audit = audit;
    this.db = db;
    this.invalidations = invalidations;
    this.clock = clock;
    this.cache = new TenantCache<>(invalidations, TENANTS, TOPIC);
  }

  /** All of them, by id, from the cache. */
  public List<ConnectorInstance> all(TenantId tenant) {
    return cache.get(tenant, "", () -> store.all(tenant));
  }

  /** One of them, from the cache. */
  public Optional<ConnectorInstance> find(TenantId tenant, String id) {
    return all(tenant).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** The one that carries messages of a kind. */
  public Optional<ConnectorInstance> carrier(TenantId tenant, Connector.Type type) {
    return all(tenant).stream().filter(one -> one.factory().type() == type).findFirst();
  }

  /** The connector, or the end of the request. */
  ConnectorInstance get(TenantId tenant, String id) {
    return find(tenant, id).orElseThrow(EntityError.NOT_FOUND::exception);
  }

  List<ConnectorInstance> list(TenantId tenant) {
    List<ConnectorInstance> all = store.all(tenant);
    ConnectorRules.checkAll(all);
    return all;
  }

  /** Configures a connector. One that carries messages takes the place of the one before. */
  ConnectorInstance create(TenantId tenant, Actor actor, ConnectorInput input) {
    Connector factory =
        factories.find(input.connectorId()).orElseThrow(ConnectorError.UNKNOWN_FACTORY::exception);
    return changing(
        tenant,
        () -> {
          ConnectorRules.check(factory, input, store.all(tenant));
          ConnectorInstance made =
              new ConnectorInstance(
                  input.id() == null ? Ids.shortId() : input.id(),
                  factory,
                  input.config() == null ? JsonCodec.object() : DeepClean.of(input.config()),
                  look(input.metadata()),
                  Boolean.TRUE.equals(input.syncProfile()),
                  Boolean.TRUE.equals(input.enableTokenStorage()),
                  clock.instant());
          store.insert(tenant, made);
          if (factory.type() != Connector.Type.SOCIAL) {
            store.deleteOthers(tenant, ofType(factory.type()), made.id());
          }
          audit.record(tenant, actor, AdminChange.created(NOUN, made.id(), summary(made)));
          return made;
        });
  }

  ConnectorInstance change(TenantId tenant, Actor actor, String id, ConnectorInput.Patch patch) {
    return changing(
        tenant,
        () -> {
          ConnectorInstance before = stored(tenant, id);
          ConnectorRules.check(before, patch);
          if (patch.isEmpty()) {
            throw EntityError.INVALID_INPUT.exception();
          }
          ConnectorInstance after =
              new ConnectorInstance(
                  id,
                  before.factory(),
                  patch.config() == null ? before.config() : DeepClean.of(patch.config()),
                  patch.metadata() == null ? before.metadata() : look(patch.metadata()),
                  patch.syncProfile() == null ? before.syncProfile() : patch.syncProfile(),
                  patch.enableTokenStorage() == null
                      ? before.enableTokenStorage()
                      : patch.enableTokenStorage(),
                  before.createdAt());
          store.update(tenant, after);
          if (Boolean.FALSE.equals(patch.enableTokenStorage())) {
            tokens.forgetAll(tenant, id);
          }
          audit.record(
              tenant, actor, AdminChange.updated(NOUN, id, summary(before), summary(after)));
          return after;
        });
  }

  void delete(TenantId tenant, Actor actor, String id) {
    changing(
        tenant,
        () -> {
          ConnectorInstance before = stored(tenant, id);
          store.delete(tenant, id);
          experiences.connectorGone(tenant, actor);
          audit.record(tenant, actor, AdminChange.deleted(NOUN, id, summary(before)));
          return id;
        });
  }

  private <T> T changing(TenantId tenant, Supplier<T> work) {
    return db.transaction(
        tenant,
        () -> {
          T result = work.get();
          invalidations.changed(tenant, TOPIC);
          return result;
        });
  }

  private List<String> ofType(Connector.Type type) {
    return factories.all().stream()
        .filter(factory -> factory.type() == type)
        .map(factory -> factory.metadata().id())
        .toList();
  }

  private static ObjectNode look(ConnectorInput.@Nullable Look look) {
    return look == null ? JsonCodec.object() : DeepClean.of(JsonCodec.mapper().valueToTree(look));
  }

  /** For the audit: without the factory's logo and readme. */
  private ConnectorInstance stored(TenantId tenant, String id) {
    return store.all(tenant).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(EntityError.NOT_FOUND::exception);
  }

  private static ObjectNode summary(ConnectorInstance instance) {
    ObjectNode summary =
        JsonCodec.object()
            .put("connectorId", instance.factory().metadata().id())
            .put("syncProfile", instance.syncProfile())
            .put("enableTokenStorage", instance.enableTokenStorage());
    summary.set("metadata", instance.metadata());
    summary.set("config", instance.config());
    return summary;
  }
}
