package io.gatehouse.interaction.step.mfa.adaptive;

import io.gatehouse.interaction.step.Visitor;
import io.gatehouse.interaction.step.mfa.adaptive.Unusual.Rule;
import io.gatehouse.user.place.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares a sign-in with those before it; what is not known is never unusual. */
final class UnusualRules {
  private static final double FASTEST_KM_PER_HOUR = 900;
  private static final Duration LONGEST_ABSENCE = Duration.ofDays(30);
  private static final double LEAST_BOT_SCORE = 30;
  private static final double MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();

  private UnusualRules() {}

  /**
   * What is unusual.
   *
   * @param before where the person was, the latest first
   */
  static List<Unusual> of(
      Visitor visitor, Place now, List<Place> before, @Nullable Instant lastSignInAt) {
    return Stream.of(
            country(now, before), speed(now, before), absence(now, lastSignInAt), robot(visitor))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable Unusual country(Place now, List<Place> before) {
    List<String> known =
        before.stream().map(Place::country).filter(country -> !country.isEmpty()).toList();
    return now.country().isEmpty() || known.isEmpty() || known.contains(now.country())
        ? null
        : new Unusual(Rule.NEW_COUNTRY, Map.of("currentCountry", now.country()));
  }

  private static @Nullable Unusual speed(Place now, List<Place> before) {
    Place.Spot here = now.spot();
    Place last = before.stream().filter(place -> place.spot() != null).findFirst().orElse(null);
    if (here == null || last == null || last.spot() == null) {
      return null;
    }
    double distance = last.spot().kilometresTo(here);
    double hours = Duration.between(last.seenAt(), now.seenAt()).toMillis() / MILLIS_PER_HOUR;
    return distance > FASTEST_KM_PER_HOUR * Math.max(0, hours)
        ? new Unusual(
            Rule.GEO_VELOCITY,
            Map.of("distanceKm", Math.round(distance), "durationHours", Math.max(0, hours)))
        : null;
  }

  private static @Nullable Unusual absence(Place now, @Nullable Instant lastSignInAt) {
    return lastSignInAt != null && lastSignInAt.plus(LONGEST_ABSENCE).isBefore(now.seenAt())
        ? new Unusual(Rule.LONG_INACTIVITY, Map.of("lastSignInAt", lastSignInAt.toEpochMilli()))
        : null;
  }

  private static @Nullable Unusual robot(Visitor visitor) {
    Double score = Signals.number(visitor, "botScore");
    boolean known = "true".equalsIgnoreCase(visitor.injected().get("botVerified"));
    if (known) {
      return new Unusual(Rule.UNTRUSTED_IP, Map.of("botVerified", true));
    }
    return score != null && score < LEAST_BOT_SCORE
        ? new Unusual(Rule.UNTRUSTED_IP, Map.of("botScore", score))
        : null;
  }
}
