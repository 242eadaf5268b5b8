package io.gatehouse.signin;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.interaction.step.Journey;
import java.util.Collection;
import java.util.Objects;

/** What stands in a field for identifiers before anything is typed into it. */
public final class Remembered {
  private Remembered() {}

  /**
   * What the person typed on an earlier page, if the field takes it, else what the application has
   * told; empty when there is neither.
   */
  public static String identifier(Journey journey, Collection<IdentifierType> accepted) {
    String typed = journey.state().memory().identifier();
    return typed != null && Typed.read(typed, accepted) != null
        ? typed
        : Objects.requireNonNullElse(journey.interaction().parameter("login_hint"), "");
  }
}
