package io.gatehouse.user.place;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody was when they signed in.
 *
 * @param country as the proxy names it; empty where it does not
 * @param spot where exactly
 */
public record Place(String country, @Nullable Spot spot, Instant seenAt) {

  /** A point on the earth, in degrees. */
  public record Spot(double latitude, double longitude) {
    private static final double EARTH_RADIUS_KM = 6_371;

    /** Whether there is such a point. */
    public boolean exists() {
      return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    /** How far another point is, in kilometres, along a great circle. */
    public double kilometresTo(Spot other) {
      double north = Math.toRadians(other.latitude - latitude) / 2;
      double east = Math.toRadians(other.longitude - longitude) / 2;
      double haversine =
          Math.pow(Math.sin(north), 2)
              + Math.cos(Math.toRadians(latitude))
                  * Math.cos(Math.toRadians(other.latitude))
                  * Math.pow(Math.sin(east), 2);
      return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
  }
}
