package io.gatehouse.enterprise.signon;

import java.net.URI;
import java.util.Map;

/**
 * The beginning of a trip.
 *
 * @param address where the browser goes
 * @param remembered what must be known again when the person is back
 */
public record Departure(URI address, Map<String, String> remembered) {
  public Departure {
    remembered = Map.copyOf(remembered);
  }
}
