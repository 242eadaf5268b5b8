package io.gatehouse.interaction.step.profile;

import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.user.User;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets nobody in whose account lacks something that the tenant asks for. */
@Singleton
public class CompleteProfile {
  private static final String EXTRA = "extraProfile";

  private final ExtraProfile extra;

  CompleteProfile(ExtraProfile extra) {
    this.extra = extra;
  }

  /** Refuses, with the names on the wire of what is missing, the first to be asked first. */
  public void require(Journey journey, @Nullable User user) {
    List<String> missing = MandatoryProfile.missing(journey.experience(), journey.state(), user);
    if (missing.isEmpty() && extra.lacks(journey, user)) {
      missing = List.of(EXTRA);
    }
    if (!missing.isEmpty()) {
      throw StepError.MISSING_PROFILE.withData(Map.of("missingProfile", missing));
    }
  }
}
