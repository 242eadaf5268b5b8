package io.gatehouse.application.cimd;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.application.Application;
import io.gatehouse.application.ApplicationType;
import io.gatehouse.application.metadata.CustomClientMetadata;
import io.gatehouse.application.metadata.Introductions;
import io.gatehouse.application.metadata.OidcClientMetadata;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.Outside;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.ClientIdUrl;
import io.gatehouse.tenant.Configs;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds clients at the addresses that are their ids. */
@Singleton
public class DescribedClients {
  /** How long a document is kept that says nothing of it, and how long one may ask for. */
  static final Duration USUAL = Duration.ofHours(1);

  static final Duration LONGEST = Duration.ofHours(24);
  static final Duration SHORTEST = Duration.ofMinutes(5);

  /** An address without a good document is not asked again for so long. */
  static final Duration FAILED = Duration.ofMinutes(1);

  private static final int LARGEST = 64 * 1024;
  private static final int MOST = 1_000;
  private static final int OK = 200;
  private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d{1,9})");

  private final Outside outside;
  private final Configs configs;
  private final InstantSource clock;
  private final Cache<ClientIdUrl, Place> places =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterAccess(LONGEST)
          .executor(Runnable::run)
          .build();

  DescribedClients(Outside outside, Configs configs, InstantSource clock) {
    this.outside = outside;
    this.configs = configs;
    this.clock = clock;
  }

  private record Kept(Optional<ClientDocument> document, Instant until) {}

  /** An address: one call at a time, and what it brought. */
  private static final class Place {
    final ReentrantLock calling = new ReentrantLock();
    volatile @Nullable Kept kept;
  }

  /** Whether the tenant serves such clients. */
  public boolean served(TenantId tenant) {
    return configs
        .find(tenant, Configs.CIMD)
        .map(value -> value.path("enabled").asBoolean())
        .orElse(false);
  }

  /** The client as an application, where the tenant serves such clients and the address has one. */
  public Optional<Application> find(TenantId tenant, String clientId) {
    return served(tenant)
        ? ClientIdUrl.parse(clientId).flatMap(this::document).map(DescribedClients::application)
        : Optional.empty();
  }

  /** How such a client introduces itself; empty for all others. */
  public Optional<Introductions> introductions(TenantId tenant, String clientId) {
    return ClientIdUrl.named(clientId) && served(tenant)
        ? ClientIdUrl.parse(clientId).flatMap(this::document).map(ClientDocument::introductions)
        : Optional.empty();
  }

  private Optional<ClientDocument> document(ClientIdUrl id) {
    Place place = places.get(id, ignored -> new Place());
    Kept kept = place.kept;
    if (kept != null && kept.until().isAfter(clock.instant())) {
      return kept.document();
    }
    Db.mayBlock();
    place.calling.lock();
    try {
      Kept meanwhile = place.kept;
      if (meanwhile == null || !meanwhile.until().isAfter(clock.instant())) {
        meanwhile = fetch(id);
        place.kept = meanwhile;
      }
      return meanwhile.document();
    } finally {
      place.calling.unlock();
    }
  }

  private Kept fetch(ClientIdUrl id) {
    try {
      HttpSender.Response answer =
          outside.http().send(HttpSender.Request.get(outside.endpoint(id.toString())));
      if (answer.status() == OK && answer.body().length() <= LARGEST) {
        Optional<ClientDocument> document = ClientDocument.read(id, answer.body());
        if (document.isPresent()) {
          return new Kept(document, clock.instant().plus(life(answer)));
        }
      }
    } catch (IOException e) {
      // As an address that has no such document.
    }
    return new Kept(Optional.empty(), clock.instant().plus(FAILED));
  }

  private static Duration life(HttpSender.Response answer) {
    String control = String.join(",", answer.headers().getOrDefault("cache-control", List.of()));
    Matcher age = MAX_AGE.matcher(control);
    Duration wanted = age.find() ? Duration.ofSeconds(Long.parseLong(age.group(1))) : USUAL;
    if (control.contains("no-store") || wanted.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
  }

  /**
   * Public, with the code flow and refresh tokens, and somebody else's: whatever the document says.
   */
  private static Application application(ClientDocument document) {
    return new Application(
        document.id().toString(),
        document.name(),
        null,
        ApplicationType.Native,
        new OidcClientMetadata(document.redirectUris(), List.of(), null, null, document.logoUri()),
        CustomClientMetadata.EMPTY,
        null,
        JsonCodec.object(),
        true,
        false,
        false,
        Instant.EPOCH);
  }
}
