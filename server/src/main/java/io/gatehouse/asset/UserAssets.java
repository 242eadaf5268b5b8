package io.gatehouse.asset;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.http.Upload;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Everything that can be done with uploaded files. */
@Singleton
public class UserAssets {
  private static final String NOUN = "user_asset";

  private static final int MOST_AVATARS = 10;

  /** What is in memory of a file that is read. */
  private static final int SLICE = 256 * 1024;

  private final UserAssetStore store;
  private final AdminChanges changes;
  private final InstantSource clock;

  UserAssets(UserAssetStore store, AdminChanges changes, InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
  }

  /** The media types that are taken. */
  public List<String> allowed() {
    return AssetType.allowed();
  }

  /** Keeps a file that an administrator sends, and tells its address. */
  String keep(Tenant tenant, Actor actor, Upload upload) {
    if (!AssetType.allowed().contains(upload.mediaType())) {
      throw RequestError.MIME_TYPE_NOT_ALLOWED.exception();
    }
    UserAsset asset = asset(upload);
    changes.make(
        tenant.id(),
        actor,
        NOUN,
        AdminChange.created(NOUN, asset.id(), asset),
        () -> insert(tenant.id(), asset, String.valueOf(actor.id()), upload));
    return tenant.url(asset.path());
  }

  /**
   * Keeps a picture of somebody who is no administrator, and tells its address. Its content alone
   * says what it is.
   *
   * @param creator names who sends it; nobody sends more than a few
   */
  public String keepAvatar(Tenant tenant, String creator, Upload upload) {
    UserAsset asset = asset(upload);
    if (!AssetType.avatars().contains(asset.mediaType())) {
      throw RequestError.MIME_TYPE_NOT_ALLOWED.exception();
    }
    if (store.countOf(tenant.id(), creator) >= MOST_AVATARS) {
      throw RequestError.RATE_LIMITED.exception();
    }
    insert(tenant.id(), asset, creator, upload);
    return tenant.url(asset.path());
  }

  /**
   * Deletes a picture that is nobody's any more.
   *
   * @param creator who has sent it; a picture of others, or from elsewhere, stays
   */
  public void dropAvatar(Tenant tenant, String creator, String address) {
    String folder = tenant.url(UserAsset.FOLDER);
    if (address.startsWith(folder)) {
      store.delete(tenant.id(), address.substring(folder.length()).split("/", 2)[0], creator);
    }
  }

  /**
   * Deletes every picture of somebody who is deleted; belongs into the transaction of that. They
   * are a few, so nobody waits for it.
   *
   * @param creator who has sent them
   */
  public void dropAll(TenantId tenant, String creator) {
    store.deleteAll(tenant, creator);
  }

  Optional<UserAsset> find(TenantId tenant, String id) {
    return store.find(tenant, id);
  }

  /** Writes the content, a slice at a time. */
  void write(TenantId tenant, UserAsset asset, OutputStream out) throws IOException {
    for (int offset = 0; offset < asset.size(); offset += SLICE) {
      out.write(store.slice(tenant, asset.id(), offset, SLICE));
    }
  }

  private static UserAsset asset(Upload upload) {
    String known = AssetType.of(head(upload)).orElse(AssetType.UNKNOWN);
    return new UserAsset(Ids.standardId(), upload.name(), known, Math.toIntExact(upload.size()));
  }

  private static byte[] head(Upload upload) {
    try (InputStream in = Files.newInputStream(upload.content())) {
      return in.readNBytes(AssetType.HEAD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void insert(TenantId tenant, UserAsset asset, String createdBy, Upload upload) {
    try (InputStream in = Files.newInputStream(upload.content())) {
      store.insert(tenant, asset, createdBy, clock.instant(), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
