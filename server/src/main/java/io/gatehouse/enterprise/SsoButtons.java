package io.gatehouse.enterprise;

import io.gatehouse.enterprise.provider.Provider;
import io.gatehouse.enterprise.provider.ProviderConfig;
import io.gatehouse.enterprise.provider.ProviderTexts;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.list.Page;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connectors that a sign-in page may offer: those that are configured and know whose addresses
 * are theirs. Nothing of their configuration leaves here.
 */
@Singleton
public class SsoButtons {
  private final ProviderTexts texts;
  private final SsoConnectorStore store;
  private final TenantCache<String, List<Ready>> cache;

  SsoButtons(ProviderTexts texts, SsoConnectorStore store, Invalidations invalidations) {
    this.texts = texts;
    this.store = store;
    this.cache = new TenantCache<>(invalidations, 1_000, SsoConnectors.TOPIC);
  }

  /** A connector that can be used; what is cached holds no secrets. */
  private record Ready(
      String id, Provider provider, List<String> domains, SsoConnector.Branding branding) {}

  /** The connectors, oldest first, named in the reader's language. */
  public List<SsoButton> of(TenantId tenant, List<String> languages) {
    return cache.get(tenant, "", () -> load(tenant)).stream()
        .map(ready -> button(ready, languages))
        .toList();
  }

  /** Those whose people have addresses like this one: whoever has them, its domain decides. */
  public List<SsoButton> ofEmail(TenantId tenant, String email, List<String> languages) {
    String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return cache.get(tenant, "", () -> load(tenant)).stream()
        .filter(ready -> ready.domains().contains(domain))
        .map(ready -> button(ready, languages))
        .toList();
  }

  /** What the connector is called in the reader's language, while it can be used. */
  public Optional<String> name(TenantId tenant, String id, List<String> languages) {
    return cache.get(tenant, "", () -> load(tenant)).stream()
        .filter(ready -> ready.id().equals(id))
        .map(ready -> button(ready, languages).connectorName())
        .findFirst();
  }

  private SsoButton button(Ready ready, List<String> languages) {
    SsoConnector.Branding own = ready.branding();
    return new SsoButton(
        ready.id(),
        given(own.displayName(), texts.name(ready.provider(), languages)),
        given(own.logo(), ready.provider().logo()),
        own.darkLogo());
  }

  private static String given(@Nullable String own, String otherwise) {
    return own == null || own.isBlank() ? otherwise : own;
  }

  private List<Ready> load(TenantId tenant) {
    return store.list(tenant, Page.WHOLE).items().stream()
        .filter(connector -> !connector.domains().isEmpty())
        .flatMap(connector ->
            Provider.find(connector.providerName())
                .filter(provider -> isConfigured(provider, connector))
                .map(provider ->
                    new Ready(connector.id(), provider, connector.domains(), connector.branding()))
                .stream())
        .toList();
  }

  private static boolean isConfigured(Provider provider, SsoConnector connector) {
    try {
      ProviderConfig.of(provider, connector.config());
      return true;
    } catch (RequestException e) {
      return false;
    }
  }
}
