package io.gatehouse.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminAudit;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.config.ConfigInputs.AdminConsole;
import io.gatehouse.config.ConfigInputs.IdToken;
import io.gatehouse.config.ConfigInputs.KeyFamily;
import io.gatehouse.config.ConfigInputs.KeyType;
import io.gatehouse.config.ConfigInputs.Rotation;
import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.Configs;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.key.KeyError;
import io.gatehouse.tenant.key.KeyRecord;
import io.gatehouse.tenant.key.SigningKeys;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What administrators set for a whole tenant. */
@Singleton
class TenantSettings {
  private static final int SESSION_SECONDS = 1_209_600;

  private final Settings settings;
  private final Configs configs;
  private final SigningKeys signingKeys;
  private final CookieKeys cookieKeys;
  private final AdminAudit audit;
  private final Db db;

  TenantSettings(
      Settings settings,
      Configs configs,
      SigningKeys signingKeys,
      CookieKeys cookieKeys,
      AdminAudit audit,
      Db db) {
    this.settings = settings;
    this.configs = configs;
    this.signingKeys = signingKeys;
    this.cookieKeys = cookieKeys;
    this.audit = audit;
    this.db = db;
  }

  ConfigInputs.Session session(TenantId tenant) {
    return new ConfigInputs.Session(
        configs
            .find(tenant, Configs.OIDC_SESSION)
            .map(value -> value.path("ttl").asInt(SESSION_SECONDS))
            .orElse(SESSION_SECONDS));
  }

  ConfigInputs.Session changeSession(TenantId tenant, Actor actor, ConfigInputs.Session wanted) {
    if (wanted.ttl() != null) {
      put(tenant, actor, Configs.OIDC_SESSION, JsonCodec.mapper().valueToTree(wanted));
    }
    return session(tenant);
  }

  ConfigInputs.Cimd cimd(TenantId tenant) {
    return new ConfigInputs.Cimd(
        configs
            .find(tenant, Configs.CIMD)
            .map(value -> value.path("enabled").asBoolean(false))
            .orElse(false));
  }

  ConfigInputs.Cimd changeCimd(TenantId tenant, Actor actor, ConfigInputs.Cimd wanted) {
    if (wanted.enabled() != null) {
      put(tenant, actor, Configs.CIMD, JsonCodec.mapper().valueToTree(wanted));
    }
    return cimd(tenant);
  }

  IdToken idToken(TenantId tenant) {
    return JsonCodec.read(value(tenant, Configs.ID_TOKEN).toString(), IdToken.class);
  }

  IdToken replaceIdToken(TenantId tenant, Actor actor, IdToken wanted) {
    put(tenant, actor, Configs.ID_TOKEN, JsonCodec.mapper().valueToTree(wanted));
    return wanted;
  }

  AdminConsole adminConsole(TenantId tenant) {
    return JsonCodec.read(value(tenant, Configs.ADMIN_CONSOLE).toString(), AdminConsole.class);
  }

  AdminConsole changeAdminConsole(TenantId tenant, Actor actor, AdminConsole wanted) {
    ObjectNode merged = value(tenant, Configs.ADMIN_CONSOLE).deepCopy();
    merged.setAll((ObjectNode) JsonCodec.mapper().valueToTree(wanted));
    put(tenant, actor, Configs.ADMIN_CONSOLE, merged);
    return adminConsole(tenant);
  }

  List<KeyView> keys(TenantId tenant, KeyType type) {
    return switch (type) {
      case PRIVATE -> {
        signingKeys.ring(tenant);
        yield signingKeys.list(tenant).stream().map(KeyView::of).toList();
      }
      case COOKIE -> cookieKeys.list(tenant);
    };
  }

  List<KeyView> rotate(TenantId tenant, Actor actor, KeyType type, Rotation rotation) {
    KeyFamily family =
        rotation.signingKeyAlgorithm() == null ? KeyFamily.EC : rotation.signingKeyAlgorithm();
    Integer grace = rotation.rotationGracePeriod();
    if (type == KeyType.COOKIE && grace != null) {
      throw KeyError.INVALID_REQUEST.exception();
    }
    return rotating(
        tenant,
        actor,
        type,
        () ->
            switch (type) {
              case COOKIE -> cookieKeys.rotate(tenant);
              case PRIVATE ->
                  succeed(tenant, family.algorithm(), grace).stream().map(KeyView::of).toList();
            },
        after -> after);
  }

  /** The signing keys: next, current, previous. */
  List<KeyRecord> signingKeys(TenantId tenant) {
    signingKeys.ring(tenant);
    return signingKeys.list(tenant);
  }

  /** Lets a new signing key of this algorithm succeed the current one. */
  List<KeyRecord> rotateSigning(
      TenantId tenant, Actor actor, SigningAlgorithm algorithm, @Nullable Integer graceSeconds) {
    return rotating(
        tenant,
        actor,
        KeyType.PRIVATE,
        () -> succeed(tenant, algorithm, graceSeconds),
        after -> after.stream().map(KeyView::of).toList());
  }

  /**
   * What is cached may be of before until the transaction ends: the work tells what comes after.
   */
  private <T> T rotating(
      TenantId tenant,
      Actor actor,
      KeyType type,
      Supplier<T> work,
      Function<T, List<KeyView>> views) {
    return db.transaction(
        tenant,
        () -> {
          List<KeyView> before = keys(tenant, type);
          T result = work.get();
          audit.record(
              tenant,
              actor,
              AdminChange.changed("key", type.name(), "rotated", before, views.apply(result)));
          return result;
        });
  }

  private List<KeyRecord> succeed(
      TenantId tenant, SigningAlgorithm algorithm, @Nullable Integer graceSeconds) {
    signingKeys.ring(tenant);
    Duration grace =
        graceSeconds == null
            ? settings.privateKeyRotationGracePeriod()
            : Duration.ofSeconds(graceSeconds);
    return signingKeys.rotate(tenant, algorithm, grace);
  }

  void deleteKey(TenantId tenant, Actor actor, KeyType type, String id) {
    List<KeyView> before = keys(tenant, type).stream().filter(key -> key.id().equals(id)).toList();
    recorded(
        tenant,
        actor,
        AdminChange.deleted("key", id, before),
        () -> {
          switch (type) {
            case COOKIE -> cookieKeys.delete(tenant, id);
            case PRIVATE -> signingKeys.delete(tenant, id);
          }
          return id;
        });
  }

  private JsonNode value(TenantId tenant, String key) {
    return configs.find(tenant, key).orElseThrow(EntityError.NOT_FOUND::exception);
  }

  private void put(TenantId tenant, Actor actor, String key, JsonNode value) {
    JsonNode before = configs.find(tenant, key).orElseGet(JsonCodec::object);
    recorded(
        tenant,
        actor,
        AdminChange.updated("config", key, before, value),
        () -> {
          configs.put(tenant, key, value);
          return key;
        });
  }

  private <T> T recorded(TenantId tenant, Actor actor, AdminChange change, Supplier<T> work) {
    return db.transaction(
        tenant,
        () -> {
          T result = work.get();
          audit.record(tenant, actor, change);
          return result;
        });
  }
}
