package io.gatehouse.domain;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything that can be done with domains. */
@Singleton
class Domains {
  /** The topic under which changes are announced. */
  static final String TOPIC = "domains";

  private static final String NOUN = "domain";
  private static final int MOST = 10;
  private static final int TOKEN_LENGTH = 32;

  /** A domain is not looked at again before this. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DomainStore store;
  private final DomainProof proof;
  private final AdminChanges changes;
  private final Invalidations invalidations;
  private final Settings settings;
  private final InstantSource clock;

  Domains(
      DomainStore store,
      DomainProof proof,
      AdminChanges changes,
      Invalidations invalidations,
      Settings settings,
      InstantSource clock) {
    this.store = store;
    this.proof = proof;
    this.changes = changes;
    this.invalidations = invalidations;
    this.settings = settings;
    this.clock = clock;
  }

  /** All domains, as they are now. */
  List<Domain> list(TenantId tenant) {
    return store.list(tenant).stream().map(domain -> refreshed(tenant, domain)).toList();
  }

  Domain get(TenantId tenant, String id) {
    return refreshed(tenant, stored(tenant, id));
  }

  Domain create(TenantId tenant, Actor actor, DomainInput input) {
    if (store.count(tenant) >= MOST) {
      throw DomainError.TOO_MANY.exception(Map.of("limit", MOST));
    }
    if (store.exists(tenant, input.domain())) {
      throw DomainError.IN_USE.exception(Map.of("domain", input.domain()));
    }
    if (isOurs(input.domain())) {
      throw DomainError.NOT_ALLOWED.exception();
    }
    String token = "gatehouse-domain-" + Ids.secret(TOKEN_LENGTH);
    Instant now = clock.instant();
    Domain domain =
        new Domain(
            Ids.standardId(),
            input.domain(),
            Domain.Status.PendingVerification,
            null,
            List.of(
                new Domain.DnsRecord(input.domain(), "CNAME", settings.endpoint().getHost()),
                new Domain.DnsRecord(PublishedProof.LABEL + input.domain(), "TXT", token)),
            now,
            token,
            now);
    try {
      changes.make(
          tenant,
          actor,
          TOPIC,
          AdminChange.created(NOUN, domain.id(), domain),
          () -> store.insert(tenant, domain));
    } catch (DbException.Unique e) {
      throw DomainError.IN_USE.exception(Map.of("domain", input.domain()));
    }
    return domain;
  }

  void delete(TenantId tenant, Actor actor, String id) {
    Domain before = stored(tenant, id);
    changes.make(
        tenant,
        actor,
        TOPIC,
        AdminChange.deleted(NOUN, id, before),
        () -> {
          if (!store.delete(tenant, id)) {
            throw EntityError.missing("domains", id);
          }
        });
  }

  /** What a clean-up found. */
  record CleanedUp(int scannedCount, int deletedCount, int skippedActiveCount, int failedCount) {}

  /** Deletes what was added long ago and never came to life. */
  CleanedUp cleanUp(TenantId tenant, Actor actor, int staleDays) {
    Instant before = clock.instant().minus(Duration.ofDays(staleDays));
    List<Domain> all = store.list(tenant);
    List<Domain> stale =
        all.stream()
            .filter(
                each -> each.status() != Domain.Status.Active && each.createdAt().isBefore(before))
            .toList();
    stale.forEach(each -> delete(tenant, actor, each.id()));
    int active = (int) all.stream().filter(each -> each.status() == Domain.Status.Active).count();
    return new CleanedUp(all.size(), stale.size(), active, 0);
  }

  List<VerificationFile> files(TenantId tenant, String id) {
    return store.files(tenant, id).orElseThrow(() -> EntityError.missing("domains", id));
  }

  List<VerificationFile> putFiles(
      TenantId tenant, Actor actor, String id, List<VerificationFile> files) {
    VerificationFiles.check(files);
    List<VerificationFile> before = files(tenant, id);
    changes.make(
        tenant,
        actor,
        TOPIC,
        AdminChange.changed(NOUN, id, "verification_files.replaced", before, files),
        () -> {
          if (!store.putFiles(tenant, id, files)) {
            throw EntityError.missing("domains", id);
          }
        });
    return files;
  }

  /** Looks for the proofs of all domains that lack one. */
  void refreshAll() {
    for (DomainStore.Unproved each : store.unproved()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      store.find(each.tenant(), each.id()).ifPresent(domain -> refreshed(each.tenant(), domain));
    }
  }

  private Domain refreshed(TenantId tenant, Domain domain) {
    Instant now = clock.instant();
    if (domain.status() == Domain.Status.Active
        || now.isBefore(domain.checkedAt().plus(PATIENCE))) {
      return domain;
    }
    if (!proof.shows(domain.domain().toLowerCase(Locale.ROOT), domain.token())) {
      store.checked(tenant, domain.id(), now);
      return domain;
    }
    if (!store.activate(tenant, domain, now)) {
      return store
          .fail(tenant, domain.id(), "This domain serves somebody else here.", now)
          .orElse(domain);
    }
    invalidations.changed(tenant, TOPIC);
    return store.find(tenant, domain.id()).orElse(domain);
  }

  private Domain stored(TenantId tenant, String id) {
    return store.find(tenant, id).orElseThrow(() -> EntityError.missing("domains", id));
  }

  private boolean isOurs(String domain) {
    return domain.equalsIgnoreCase(settings.endpoint().getHost())
        || domain.equalsIgnoreCase(settings.adminEndpoint().getHost())
        || domain.equalsIgnoreCase("localhost");
  }
}
