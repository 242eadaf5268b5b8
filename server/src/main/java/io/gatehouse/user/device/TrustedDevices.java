package io.gatehouse.user.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminAudit;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.hook.event.EventBody;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.hook.event.HookEvents;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Users;
import io.gatehouse.user.device.TrustedDeviceStore.Owner;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The browsers that people trust. */
@Singleton
public class TrustedDevices {
  private final TrustedDeviceStore store;
  private final SignInExperiences experiences;
  private final Users users;
  private final AdminAudit audit;
  private final HookEvents events;
  private final Db db;
  private final InstantSource clock;

  TrustedDevices(
      TrustedDeviceStore store,
      SignInExperiences experiences,
      Users users,
      AdminAudit audit,
      HookEvents events,
      Db db,
      InstantSource clock) {
    this.store = store;
    this.experiences = experiences;
    this.users = users;
    this.audit = audit;
    this.events = events;
    this.db = db;
    this.clock = clock;
  }

  /** A device and the secret for its cookie, which is told only here. */
  public record Held(TrustedDevice device, String secret) {
    /** How long the cookie lives. */
    public Duration life() {
      return Duration.between(device.lastUsedAt(), device.expiresAt());
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
      return "Held[" + device.id() + "]";
    }
  }

  /** Those of a person that count, the latest first. */
  public Slice<TrustedDevice> list(TenantId tenant, String userId, Page page) {
    users.get(tenant, userId);
    Slice<TrustedDevice> found = store.list(owner(tenant, userId), page);
    Duration life = life(tenant);
    return found.map(device -> device.within(life));
  }

  /** Which device of the person the secret is of; empty where it does not count. */
  public Optional<String> find(TenantId tenant, String userId, String secret) {
    return store.find(owner(tenant, userId), secret);
  }

  /** Whether no organization of the person forbids to trust one. */
  public boolean allowed(TenantId tenant, String userId) {
    return store.allowed(tenant, userId);
  }

  /**
   * Trusts a browser from now on, unless an organization of the person forbids it; belongs into a
   * transaction with what is told of it.
   *
   * @param before the secret that the browser had, which no longer counts
   */
  public Optional<Held> trust(
      TenantId tenant, String userId, Browser browser, @Nullable String before) {
    Instant now = clock.instant();
    TrustedDevice device =
        new TrustedDevice(
            Ids.standardId(),
            browser.userAgent(),
            browser.country(),
            browser.city(),
            now,
            now,
            now.plus(life(tenant)));
    String secret = Ids.token();
    return store.insert(tenant, userId, device, secret, before)
        ? Optional.of(new Held(device, secret))
        : Optional.empty();
  }

  /**
   * Recognises a browser at the end of a sign-in, and gives it another secret: of two who hold the
   * same, one goes on with it, and the other is asked for the second step from then on.
   */
  public Optional<Held> recognise(TenantId tenant, String userId, Browser browser, String secret) {
    String next = Ids.token();
    Duration life = life(tenant);
    return store
        .rotate(owner(tenant, userId), browser, secret, next)
        .map(device -> new Held(device.within(life), next));
  }

  /** Forgets one, at the wish of its owner or an administrator. */
  public void remove(
      TenantId tenant, Actor actor, String userId, String id, @Nullable String userAgent) {
    db.transaction(
        tenant,
        () -> {
          TrustedDevice gone =
              store.delete(tenant, userId, id).orElseThrow(EntityError.NOT_FOUND::exception);
          audit.record(
              tenant, actor, AdminChange.taken("user", userId, "trusted_device.deleted", gone));
          tellGone(tenant, userId, gone, userAgent);
        });
  }

  /**
   * Forgets all of a person: for suspension, and where a factor or the password is no longer
   * theirs. Belongs into the transaction of that.
   */
  public void removeAll(TenantId tenant, String userId) {
    store.deleteAll(tenant, userId).forEach(gone -> tellGone(tenant, userId, gone, null));
  }

  private void tellGone(
      TenantId tenant, String userId, TrustedDevice gone, @Nullable String userAgent) {
    events.raise(
        tenant,
        HookEvent.TRUSTED_DEVICE_DELETED,
        gone.id(),
        () ->
            EventBody.empty()
                .with("userAgent", userAgent)
                .with("data", JsonCodec.mapper().<ObjectNode>valueToTree(members(userId, gone)))
                .json());
  }

  /** As hooks and the log are told of one. */
  public static Map<String, ?> members(String userId, TrustedDevice device) {
    return Map.of(
        "id", device.id(), "userId", userId, "expiresAt", device.expiresAt().toEpochMilli());
  }

  private Owner owner(TenantId tenant, String userId) {
    Instant now = clock.instant();
    return new Owner(tenant, userId, now, now.minus(life(tenant)));
  }

  private Duration life(TenantId tenant) {
    return experiences.of(tenant).trust().life();
  }
}
