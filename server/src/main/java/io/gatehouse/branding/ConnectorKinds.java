package io.gatehouse.branding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.Connector;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.ConnectorMetadata.Platform;
import io.gatehouse.connectors.Connectors;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which connectors a tenant has, as far as settings and pages need to know; never their secrets.
 */
@Singleton
public class ConnectorKinds {
  private static final String TOPIC = "connectors";

  private final ConnectorKindStore store;
  private final Connectors installed = Connectors.installed(ConnectorKinds.class.getClassLoader());
  private final TenantCache<String, Present> cache;

  ConnectorKinds(ConnectorKindStore store, Invalidations invalidations) {
    this.store = store;
    this.cache = new TenantCache<>(invalidations, 1_000, TOPIC);
  }

  /** What there is; presence counts, whatever the configuration. */
  public record Present(boolean email, boolean sms, List<Social> social) {
    public Present {
      social = List.copyOf(social);
    }

    boolean hasTarget(String target) {
      return social.stream().anyMatch(each -> each.target().equals(target));
    }
  }

  /**
   * A social connector as a page shows it.
   *
   * @param own the target, name and logo that the tenant gave it
   */
  public record Social(String id, ConnectorMetadata metadata, ObjectNode own) {
    public String target() {
      return Objects.requireNonNullElse(own.path("target").textValue(), metadata.target());
    }

    public Optional<Platform> platform() {
      return Optional.ofNullable(metadata.platform());
    }

    /** The provider's name in the language, else in English. */
    public String name(Language language) {
      JsonNode names =
          own.path("name").isObject()
              ? own.path("name")
              : JsonCodec.mapper().valueToTree(metadata.name());
      for (String tag : List.of(language.tag(), language.base(), "en")) {
        if (names.path(tag).isTextual()) {
          return names.path(tag).asText();
        }
      }
      return target();
    }

    public String logo() {
      return Objects.requireNonNullElse(own.path("logo").textValue(), metadata.logo());
    }

    public @Nullable String darkLogo() {
      String mine = own.path("logoDark").textValue();
      return mine == null ? metadata.logoDark() : mine;
    }

    /** As the contract shows it to anybody: no description, readme, form or configuration. */
    public ObjectNode view() {
      ObjectNode view = JsonCodec.mapper().valueToTree(metadata);
      view.remove(List.of("description", "readme", "configTemplate", "formItems"));
      view.setAll(own);
      return view.put("id", id);
    }
  }

  /** What the tenant has. */
  public Present of(TenantId tenant) {
    return cache.get(tenant, "", () -> load(tenant));
  }

  /** The name of a provider, or its target where the tenant no longer has a connector for it. */
  public String name(TenantId tenant, String target, Language language) {
    return of(tenant).social().stream()
        .filter(each -> each.target().equals(target))
        .findFirst()
        .map(each -> each.name(language))
        .orElse(target);
  }

  /** What there is past the cache, for rules within a transaction. */
  Present fresh(TenantId tenant) {
    return load(tenant);
  }

  /**
   * The connectors whose targets are switched on, in the tenant's order; on web pages a connector
   * for the web goes before one for everything, and one for apps is left out.
   */
  public List<Social> buttons(TenantId tenant, SignInExperience experience) {
    List<Social> buttons = new ArrayList<>();
    for (String target : experience.socialSignInConnectorTargets()) {
      of(tenant).social().stream()
          .filter(each -> each.target().equals(target))
          .filter(each -> each.platform().filter(p -> p == Platform.NATIVE).isEmpty())
          .min(
              Comparator.comparing(
                  each -> each.platform().filter(p -> p == Platform.WEB).isEmpty()))
          .ifPresent(buttons::add);
    }
    return buttons;
  }

  private Present load(TenantId tenant) {
    boolean email = false;
    boolean sms = false;
    List<Social> social = new ArrayList<>();
    for (ConnectorKindStore.Kind row : store.kinds(tenant)) {
      Optional<Connector> factory = installed.find(row.factory());
      if (factory.isPresent()) {
        switch (factory.get().type()) {
          case EMAIL -> email = true;
          case SMS -> sms = true;
          case SOCIAL -> social.add(new Social(row.id(), factory.get().metadata(), row.own()));
        }
      }
    }
    return new Present(email, sms, social);
  }
}
