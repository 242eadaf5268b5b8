package io.gatehouse.enterprise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.enterprise.key.ConnectorKeys;
import io.gatehouse.enterprise.provider.Provider;
import io.gatehouse.enterprise.provider.ProviderConfig;
import io.gatehouse.enterprise.provider.ProviderDetails;
import io.gatehouse.enterprise.tokenset.SsoTokenSets;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that can be done with connectors of enterprise single sign-on. */
@Singleton
public class SsoConnectors {
  /** The topic under which changes are announced. */
  public static final String TOPIC = "sso_connectors";

  private static final String NOUN = "sso_connector";

  private final SsoConnectorStore store;
  private final ConnectorKeys keys;
  private final SsoTokenSets tokens;
  private final ProviderDetails details;
  private final AdminChanges changes;
  private final InstantSource clock;

  SsoConnectors(
      SsoConnectorStore store,
      ConnectorKeys keys,
      SsoTokenSets tokens,
      ProviderDetails details,
      AdminChanges changes,
      InstantSource clock) {
    this.store = store;
    this.keys = keys;
    this.tokens = tokens;
    this.details = details;
    this.changes = changes;
    this.clock = clock;
  }

  Slice<SsoConnector> list(TenantId tenant, Page page) {
    return store.list(tenant, page);
  }

  /** Those through which people join an organization. */
  public Slice<SsoConnector> ofOrganization(TenantId tenant, String organizationId, Page page) {
    return store.ofOrganization(tenant, organizationId, page);
  }

  /** The connector, or the end of the request. */
  public SsoConnector get(TenantId tenant, String id) {
    return store.find(tenant, id).orElseThrow(() -> EntityError.missing("sso_connectors", id));
  }

  /** Makes a connector, once its provider has answered. */
  SsoConnector create(TenantId tenant, Actor actor, SsoConnectorInput input) {
    Provider provider =
        Provider.find(input.providerName())
            .orElseThrow(
                () -> SsoError.UNKNOWN_PROVIDER.exception(Map.of("type", input.providerName())));
    List<String> domains = input.domains() == null ? List.of() : input.domains();
    Domains.check(domains);
    ProviderConfig config =
        input.config() == null ? null : ProviderConfig.of(provider, input.config());
    if (config != null && config.signsRequests()) {
      throw SsoError.SIGNING_KEY_REQUIRED.exception();
    }
    checkName(tenant, input.connectorName(), null);
    boolean keeps = Boolean.TRUE.equals(input.enableTokenStorage());
    SsoConnector made =
        new SsoConnector(
            tenant,
            Ids.shortId(),
            provider.key(),
            input.connectorName(),
            config == null ? JsonCodec.object() : config.json(),
            domains,
            input.branding() == null ? SsoConnector.Branding.NONE : input.branding(),
            Boolean.TRUE.equals(input.syncProfile()),
            keeps,
            clock.instant());
    if (config != null) {
      details.check(config);
    }
    checkTokenStorage(provider, keeps);
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () ->
            named(() -> {
              store.insert(made);
              return made;
            }),
        after -> AdminChange.created(NOUN, after.id(), after));
  }

  SsoConnector change(TenantId tenant, Actor actor, String id, SsoConnectorInput.Patch patch) {
    SsoConnector before = get(tenant, id);
    Provider provider = provider(before);
    if (patch.domains() != null) {
      Domains.check(patch.domains());
    }
    if (patch.connectorName() != null) {
      checkName(tenant, patch.connectorName(), id);
    }
    ProviderConfig config =
        patch.config() == null ? null : ProviderConfig.of(provider, patch.config());
    if (config != null) {
      details.check(config);
    }
    checkTokenStorage(provider, Boolean.TRUE.equals(patch.enableTokenStorage()));
    if (patch.isEmpty()) {
      return before;
    }
    ObjectNode checked = config == null ? null : config.json();
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> {
          checkSigning(tenant, id, config);
          if (Boolean.FALSE.equals(patch.enableTokenStorage())) {
            tokens.forgetAll(tenant, id);
          }
          return named(() -> {
            SsoConnector after = patch.applyTo(before, checked);
            if (!store.update(after)) {
              throw EntityError.missing("sso_connectors", id);
            }
            return after;
          });
        },
        after -> AdminChange.updated(NOUN, id, before, after));
  }

  void delete(TenantId tenant, Actor actor, String id) {
    AdminChange change = AdminChange.deleted(NOUN, id, get(tenant, id));
    changes.make(
        tenant,
        actor,
        TOPIC,
        change,
        () -> {
          if (!store.delete(tenant, id)) {
            throw EntityError.missing("sso_connectors", id);
          }
        });
  }

  /** The kind of a connector, or the end of the request when it is none that we know. */
  public static Provider provider(SsoConnector connector) {
    return Provider.find(connector.providerName())
        .orElseThrow(
            () -> SsoError.NO_SUCH_PROVIDER.exception(Map.of("type", connector.providerName())));
  }

  /**
   * Before the provider is asked anything; a name that is taken meanwhile is refused all the same.
   */
  private void checkName(TenantId tenant, String name, @Nullable String own) {
    if (store.isTaken(tenant, name, own)) {
      throw SsoError.DUPLICATE_NAME.exception();
    }
  }

  private void checkSigning(TenantId tenant, String id, @Nullable ProviderConfig config) {
    if (config != null && config.signsRequests() && !keys.hasActive(tenant, id)) {
      throw SsoError.SIGNING_KEY_REQUIRED.exception();
    }
  }

  private static void checkTokenStorage(Provider provider, boolean wanted) {
    if (wanted && provider.type() == Provider.Type.SAML) {
      throw SsoError.TOKEN_STORAGE_NOT_SUPPORTED.exception();
    }
  }

  private static <T> T named(Supplier<T> work) {
    try {
      return work.get();
    } catch (DbException.Unique e) {
      throw SsoError.DUPLICATE_NAME.exception();
    }
  }
}
