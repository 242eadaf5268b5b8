package io.gatehouse.interaction.step.mfa.adaptive;

import io.gatehouse.interaction.step.Visitor;
import io.gatehouse.user.place.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what a trusted proxy tells of a visitor; what cannot be read is not told. */
final class Signals {
  private Signals() {}

  /** Where the visitor is. */
  static Place place(Visitor visitor, Instant now) {
    String country = visitor.injected().get("country");
    Double latitude = number(visitor, "latitude");
    Double longitude = number(visitor, "longitude");
    Place.Spot spot =
        latitude == null || longitude == null ? null : new Place.Spot(latitude, longitude);
    return new Place(
        country == null ? "" : country.strip(), spot != null && spot.exists() ? spot : null, now);
  }

  static @Nullable Double number(Visitor visitor, String name) {
    String value = visitor.injected().get(name);
    try {
      return value == null ? null : Double.valueOf(value.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
