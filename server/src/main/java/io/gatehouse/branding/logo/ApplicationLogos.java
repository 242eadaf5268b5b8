package io.gatehouse.branding.logo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.Outside;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fetches the pictures of applications, and keeps them. */
@Singleton
public class ApplicationLogos {
  static final Duration LIFE = Duration.ofHours(12);

  /** An address without a good picture is not asked again for so long. */
  static final Duration FAILED = Duration.ofMinutes(5);

  private static final int LARGEST = 256 * 1024;
  private static final long ALL = 32L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int DIGITS = 32;
  private static final Set<String> TYPES =
      Set.of(
          "image/png",
          "image/jpeg",
          "image/gif",
          "image/webp",
          "image/avif",
          "image/svg+xml",
          "image/x-icon",
          "image/vnd.microsoft.icon");

  private final Outside outside;
  private final InstantSource clock;
  private final Cache<String, Kept> fetched =
      Caffeine.newBuilder()
          .maximumWeight(ALL)
          .weigher((String url, Kept kept) -> url.length() + kept.size())
          .expireAfterWrite(LIFE)
          .executor(Runnable::run)
          .build();

  ApplicationLogos(Outside outside, InstantSource clock) {
    this.outside = outside;
    this.clock = clock;
  }

  private record Kept(Optional<Logo> logo, Instant until) {
    int size() {
      return logo.map(found -> found.content().length()).orElse(0);
    }
  }

  /** Where a page finds the picture that an application has at this address. */
  public @Nullable String shown(Tenant tenant, String applicationId, @Nullable String url) {
    if (url == null
        || !(url.startsWith("https://") || url.startsWith("http://"))
        || url.startsWith(tenant.url("/"))) {
      return url;
    }
    return "/application-logo/"
        + digest(url)
        + "?client_id="
        + URLEncoder.encode(applicationId, StandardCharsets.UTF_8);
  }

  static String digest(String url) {
    return Digests.sha256Hex(url).substring(0, DIGITS);
  }

  /** The picture at this address; empty where there is none that a page could show. */
  Optional<Logo> find(String url) {
    Kept kept = fetched.get(url, this::fetch);
    if (kept.until().isBefore(clock.instant())) {
      fetched.asMap().remove(url, kept);
      kept = fetched.get(url, this::fetch);
    }
    return kept.logo();
  }

  private Kept fetch(String url) {
    try {
      HttpSender.Response answer =
          outside
              .http()
              .send(
                  new HttpSender.Request(
                      "GET", outside.endpoint(url), Map.of("Accept", "image/*"), null, PATIENCE));
      if (answer.status() == 200
          && TYPES.contains(answer.mediaType())
          && answer.body().length() <= LARGEST) {
        return new Kept(
            Optional.of(new Logo(answer.mediaType(), answer.body())), clock.instant().plus(LIFE));
      }
    } catch (IOException | IllegalArgumentException e) {
      // As an address that has no picture.
    }
    return new Kept(Optional.empty(), clock.instant().plus(FAILED));
  }
}
