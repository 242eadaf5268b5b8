package io.gatehouse.tenant.key;

import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.crypto.EncryptionKey;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The signing keys of the tenants; changes take effect on every node without a restart. */
@Singleton
public class SigningKeys {
  /** The topic under which changes are announced. */
  public static final String TOPIC = "signing_keys";

  private final KeyStore store;
  private final EncryptionKeys encryption;
  private final Db db;
  private final Invalidations invalidations;
  private final InstantSource clock;
  private final TenantCache<String, KeyRing> cache;

  private final KeyMaker maker;
  private final Map<Ring, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

  private record Ring(TenantId tenant, SigningAlgorithm algorithm) {}

  SigningKeys(
      KeyStore store,
      EncryptionKeys encryption,
      Db db,
      Invalidations invalidations,
      KeyMaker maker,
      InstantSource clock) {
    this.maker = maker;
    this.encryption = encryption;
    this.store = store;
    this.db = db;
    this.invalidations = invalidations;
    this.clock = clock;
    this.cache = new TenantCache<>(invalidations, 1_000, TOPIC);
  }

  /** The tenant's keys; the first use makes the first one (ES384). */
  public KeyRing ring(TenantId tenant) {
    return cache.get(tenant, KeyRing.DEFAULT, () -> load(tenant));
  }

  /**
   * The signer for tokens of an application that asks for an algorithm; its ring is made at the
   * first use.
   */
  public JwsSigner signer(TenantId tenant, SigningAlgorithm algorithm) {
    Instant now = clock.instant();
    KeyRing ring = ring(tenant);
    if (ring.signer(now).key().algorithm() == algorithm) {
      return ring.signer(now);
    }
    JwsSigner signer = ring.signer(algorithm.alg(), now);
    if (signer == null) {
      begin(tenant, algorithm).join();
      // Read anew: within a transaction nothing is announced yet, and the cache stays as it was.
      signer = load(tenant).signer(algorithm.alg(), now);
    }
    return Optional.ofNullable(signer).orElseThrow();
  }

  /**
   * Has a key of the algorithm made if there is none; where that takes its time, in the background.
   */
  public void prepare(TenantId tenant, SigningAlgorithm algorithm) {
    Instant now = clock.instant();
    KeyRing ring = ring(tenant);
    if (ring.signer(now).key().algorithm() != algorithm
        && ring.signer(algorithm.alg(), now) == null) {
      begin(tenant, algorithm);
    }
  }

  /**
   * The keys of the default ring: next, current, previous. A next key whose time has come is the
   * current one.
   */
  public List<KeyRecord> list(TenantId tenant) {
    Instant now = clock.instant();
    List<KeyRecord> keys = stored(tenant);
    if (due(keys, now).isEmpty()) {
      return keys;
    }
    return db.transaction(
        tenant,
        () -> {
          store.lock(tenant);
          promoteDue(tenant, now);
          invalidations.changed(tenant, TOPIC);
          return stored(tenant);
        });
  }

  private List<KeyRecord> stored(TenantId tenant) {
    return store.all(tenant).stream()
        .map(KeyStore.Stored::record)
        .filter(record -> record.ring().equals(KeyRing.DEFAULT))
        .toList();
  }

  /**
   * Begins the succession: without grace the new key signs at once and the current one becomes the
   * previous; with grace the new key is published now and signs when the grace is over. Keys that
   * others encrypt with are replaced at once, since their predecessors still open what is coming.
   */
  public List<KeyRecord> rotate(TenantId tenant, SigningAlgorithm algorithm, Duration grace) {
    SigningKey key = maker.make(algorithm);
    List<EncryptionKey> successors = encryption.successors(tenant);
    Instant now = clock.instant();
    return db.transaction(
        tenant,
        () -> {
          store.lock(tenant);
          promoteDue(tenant, now);
          List<KeyRecord> before = stored(tenant);
          if (grace.isZero()) {
            if (find(before, KeyRecord.Status.Next).isPresent()) {
              throw KeyError.INVALID_REQUEST.exception();
            }
            store.delete(tenant, KeyRing.DEFAULT, KeyRecord.Status.Previous);
            find(before, KeyRecord.Status.Current)
                .ifPresent(current ->
                    store.setStatus(tenant, current.id(), KeyRecord.Status.Previous, null));
            add(tenant, KeyRing.DEFAULT, key, KeyRecord.Status.Current, null);
          } else {
            store.delete(tenant, KeyRing.DEFAULT, KeyRecord.Status.Next);
            add(tenant, KeyRing.DEFAULT, key, KeyRecord.Status.Next, now.plus(grace));
          }
          encryption.succeed(tenant, successors);
          invalidations.changed(tenant, TOPIC);
          return stored(tenant);
        });
  }

  /**
   * Removes the previous key, so that its tokens no longer verify, and those that decrypt what was
   * sent before.
   */
  public void delete(TenantId tenant, String id) {
    db.transaction(
        tenant,
        () -> {
          store.lock(tenant);
          promoteDue(tenant, clock.instant());
          List<KeyRecord> keys = stored(tenant);
          if (keys.size() == 1) {
            throw KeyError.KEY_REQUIRED.exception();
          }
          KeyRecord key =
              keys.stream()
                  .filter(k -> k.id().equals(id))
                  .findFirst()
                  .orElseThrow(KeyError.KEY_NOT_FOUND::exception);
          if (key.status() != KeyRecord.Status.Previous) {
            throw KeyError.ONLY_PREVIOUS_CAN_BE_DELETED.exception();
          }
          store.delete(tenant, KeyRing.DEFAULT, KeyRecord.Status.Previous);
          encryption.deletePrevious(tenant);
          invalidations.changed(tenant, TOPIC);
        });
  }

  private KeyRing load(TenantId tenant) {
    List<KeyStore.Stored> keys = store.all(tenant);
    if (keys.stream().noneMatch(stored -> stored.record().ring().equals(KeyRing.DEFAULT))) {
      add(
          tenant,
          KeyRing.DEFAULT,
          SigningKey.generate(SigningAlgorithm.ES384),
          KeyRecord.Status.Current,
          null);
      keys = store.all(tenant);
    }
    return new KeyRing(keys, encryption.all(tenant));
  }

  /**
   * Makes the first key of an algorithm's ring. Whoever asks while it is being made waits for the
   * same one; of two nodes the quicker one's counts.
   */
  private CompletableFuture<Void> begin(TenantId tenant, SigningAlgorithm algorithm) {
    Db.mayBlock();
    if (!algorithm.rsa()) {
      write(tenant, algorithm);
      return CompletableFuture.completedFuture(null);
    }
    Ring ring = new Ring(tenant, algorithm);
    CompletableFuture<Void> made =
        underWay.computeIfAbsent(
            ring, missing -> maker.inTheBackground(() -> write(tenant, algorithm)));
    made.whenComplete((done, failure) -> underWay.remove(ring, made));
    return made;
  }

  private void write(TenantId tenant, SigningAlgorithm algorithm) {
    if (load(tenant).signer(algorithm.alg(), clock.instant()) != null) {
      return;
    }
    SigningKey key = SigningKey.generate(algorithm);
    db.transaction(
        tenant,
        () -> {
          add(tenant, algorithm.alg(), key, KeyRecord.Status.Current, null);
          invalidations.changed(tenant, TOPIC);
        });
  }

  /** Writes down that a next key whose time has come is the current one. */
  private void promoteDue(TenantId tenant, Instant now) {
    List<KeyRecord> keys = stored(tenant);
    due(keys, now)
        .ifPresent(next -> {
          store.delete(tenant, KeyRing.DEFAULT, KeyRecord.Status.Previous);
          find(keys, KeyRecord.Status.Current)
              .ifPresent(current ->
                  store.setStatus(tenant, current.id(), KeyRecord.Status.Previous, null));
          store.setStatus(tenant, next.id(), KeyRecord.Status.Current, null);
        });
  }

  private void add(
      TenantId tenant,
      String ring,
      SigningKey key,
      KeyRecord.Status status,
      @org.jspecify.annotations.Nullable Instant effectiveAt) {
    store.add(
        tenant,
        new KeyRecord(
            Ids.standardId(),
            ring,
            key.kid(),
            key.algorithm(),
            status,
            clock.instant(),
            effectiveAt),
        key);
  }

  private static Optional<KeyRecord> due(List<KeyRecord> keys, Instant now) {
    return find(keys, KeyRecord.Status.Next)
        .filter(next -> next.effectiveAt() != null && !next.effectiveAt().isAfter(now));
  }

  private static Optional<KeyRecord> find(List<KeyRecord> keys, KeyRecord.Status status) {
    return keys.stream().filter(key -> key.status() == status).findFirst();
  }
}
