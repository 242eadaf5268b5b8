package io.gatehouse.interaction.step.mfa.adaptive;

import io.gatehouse.interaction.step.Journey;
import io.gatehouse.user.User;
import io.gatehouse.user.place.Place;
import io.gatehouse.user.place.UserPlaces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Says whether something about a sign-in is unusual, and remembers it for the next. */
@Singleton
public class AdaptiveCheck {
  private final UserPlaces places;
  private final InstantSource clock;

  AdaptiveCheck(UserPlaces places, InstantSource clock) {
    this.places = places;
    this.clock = clock;
  }

  /** What is unusual for this person; where no place is told, the database is not asked. */
  public List<Unusual> unusual(Journey journey, User person) {
    Place here = here(journey);
    List<Place> before =
        isTold(here) ? places.before(journey.tenantId(), person.id(), here) : List.of();
    return UnusualRules.of(journey.visitor(), here, before, person.lastSignInAt());
  }

  /** Remembers where the person has signed in, where the tenant compares. */
  public void remember(Journey journey, String userId) {
    Place here = here(journey);
    if (journey.experience().adaptiveMfa().on() && isTold(here)) {
      places.remember(journey.tenantId(), userId, here);
    }
  }

  private Place here(Journey journey) {
    return Signals.place(journey.visitor(), clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private static boolean isTold(Place here) {
    return !here.country().isEmpty() || here.spot() != null;
  }
}
