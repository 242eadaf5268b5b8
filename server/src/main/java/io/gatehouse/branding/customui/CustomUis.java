package io.gatehouse.branding.customui;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.branding.Looks;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.http.Upload;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that can be done with sign-in pages of a tenant's own. */
@Singleton
public class CustomUis {
  private static final String NOUN = "custom_ui";
  private static final String ZIP = "application/zip";
  private static final int ID_LENGTH = 8;

  /** Archives that are kept besides the one that is served, so that one can go back. */
  private static final int KEPT = 5;

  private static final long CACHED_BYTES = 32L << 20;
  private static final int OVERHEAD = 200;

  private final CustomUiStore store;
  private final SignInExperiences experiences;
  private final AdminChanges changes;
  private final InstantSource clock;

  /** Files never change, so nothing is ever dropped for being old. */
  private final Cache<Key, Optional<CustomUiFile>> cache =
      Caffeine.newBuilder()
          .maximumWeight(CACHED_BYTES)
          .weigher((Key key, Optional<CustomUiFile> file) ->
              OVERHEAD + file.map(found -> found.content().length).orElse(0))
          .build();

  CustomUis(
      CustomUiStore store,
      SignInExperiences experiences,
      AdminChanges changes,
      InstantSource clock) {
    this.store = store;
    this.experiences = experiences;
    this.changes = changes;
    this.clock = clock;
  }

  private record Key(TenantId tenant, String id, String path) {}

  /** Keeps an archive and names it; the settings decide whether it is served. */
  String keep(TenantId tenant, Actor actor, Upload upload) {
    if (!upload.mediaType().equals(ZIP)) {
      throw RequestError.MIME_TYPE_NOT_ALLOWED.exception();
    }
    if (tenant.equals(TenantId.ADMIN)) {
      throw CustomUiError.NOT_FOR_ADMIN_TENANT.exception();
    }
    String id = Ids.secret(ID_LENGTH);
    changes.make(
        tenant,
        actor,
        NOUN,
        AdminChange.created(NOUN, id, Map.of("name", upload.name(), "size", upload.size())),
        () -> insert(tenant, id, upload));
    return id;
  }

  private void insert(TenantId tenant, String id, Upload upload) {
    store.insert(tenant, id, clock.instant());
    try {
      CustomUiArchive.read(
          upload.content(), (path, content) -> store.insertFile(tenant, id, path, content));
    } catch (DbException.Unique e) {
      throw RequestError.invalidInput("The archive has two files of the same name.");
    }
    store.deleteOld(tenant, KEPT, served(tenant).orElse(null));
  }

  /** The archive that the tenant's settings name. */
  public Optional<String> served(TenantId tenant) {
    Looks.@Nullable CustomUiAssets named = experiences.of(tenant).customUiAssets();
    return Optional.ofNullable(named).map(Looks.CustomUiAssets::id);
  }

  /** A file of an archive. */
  public Optional<CustomUiFile> file(TenantId tenant, String id, String path) {
    return cache.get(new Key(tenant, id, path), key -> store.find(tenant, id, path));
  }

  /** The page that an archive begins with. */
  public Optional<CustomUiFile> index(TenantId tenant, String id) {
    return file(tenant, id, CustomUiArchive.INDEX);
  }
}
