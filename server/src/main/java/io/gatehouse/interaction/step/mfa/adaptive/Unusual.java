package io.gatehouse.interaction.step.mfa.adaptive;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;

/**
 * Something unusual about a sign-in, for which a second factor is asked.
 *
 * @param details what was compared, for those who are told
 */
public record Unusual(Rule rule, Map<String, ?> details) {
  public Unusual {
    details = Map.copyOf(details);
  }

  /** What is looked at; the names are those of the wire. */
  public enum Rule {
    NEW_COUNTRY("new_country"),
    GEO_VELOCITY("geo_velocity"),
    LONG_INACTIVITY("long_inactivity"),
    UNTRUSTED_IP("untrusted_ip");

    private final String wire;

    Rule(String wire) {
      this.wire = wire;
    }

    @JsonValue
    public String wire() {
      return wire;
    }
  }
}
