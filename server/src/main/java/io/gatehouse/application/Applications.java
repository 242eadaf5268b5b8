package io.gatehouse.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The applications of a tenant. */
@Singleton
public class Applications {
  /** The topic under which changes are announced. */
  public static final String TOPIC = "applications";

  private static final String FIRST_SECRET = "Default secret";

  private final ApplicationStore store;
  private final Db db;
  private final Invalidations invalidations;
  private final InstantSource clock;
  private final TenantCache<String, Optional<Application>> cache;
  private final TenantCache<String, List<ApplicationSecret>> secrets;

  Applications(ApplicationStore store, Db db, Invalidations invalidations, InstantSource clock) {
    this.store = store;
    this.db = db;
    this.invalidations = invalidations;
    this.clock = clock;
    this.cache = new TenantCache<>(invalidations, 10_000, TOPIC);
    this.secrets = new TenantCache<>(invalidations, 10_000, TOPIC);
  }

  public Optional<Application> find(TenantId tenant, String id) {
    return cache.get(tenant, id, () -> store.find(tenant, id));
  }

  /** All secrets of the application, expired ones too. */
  public List<ApplicationSecret> secrets(TenantId tenant, String id) {
    return secrets.get(tenant, id, () -> store.secrets(tenant, id));
  }

  /** What a new application is made of. */
  public record New(
      String name,
      @Nullable String description,
      ApplicationType type,
      OidcClientMetadata oidcClientMetadata,
      CustomClientMetadata customClientMetadata,
      JsonNode customData,
      boolean thirdParty) {}

  /** Creates the application and, when it is confidential, its first secret. */
  public Application create(TenantId tenant, New wanted) {
    Application made =
        new Application(
            Ids.standardId(),
            wanted.name(),
            wanted.description(),
            wanted.type(),
            wanted.oidcClientMetadata(),
            wanted.customClientMetadata(),
            null,
            wanted.customData(),
            wanted.thirdParty(),
            false,
            false,
            clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
    db.transaction(
        tenant,
        () -> {
          store.insert(tenant, made);
          if (made.type().confidential()) {
            store.insertSecret(
                tenant,
                made.id(),
                new ApplicationSecret(FIRST_SECRET, Ids.secret(32), made.createdAt(), null));
          }
          invalidations.changed(tenant, TOPIC);
        });
    return made;
  }
}
