package io.gatehouse.experience;

import io.gatehouse.audit.log.Logs;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.interaction.CurrentInteraction;
import io.gatehouse.interaction.Interactions;
import io.gatehouse.interaction.Visitors;
import jakarta.inject.Singleton;

/** The nouns that every call of the Experience API goes to. */
@Singleton
class Doors {
  private final CurrentInteraction current;
  private final Interactions interactions;
  private final SignInExperiences experiences;
  private final Visitors visitors;
  private final Logs logs;

  Doors(
      CurrentInteraction current,
      Interactions interactions,
      SignInExperiences experiences,
      Visitors visitors,
      Logs logs) {
    this.current = current;
    this.interactions = interactions;
    this.experiences = experiences;
    this.visitors = visitors;
    this.logs = logs;
  }

  CurrentInteraction current() {
    return current;
  }

  Interactions interactions() {
    return interactions;
  }

  SignInExperiences experiences() {
    return experiences;
  }

  Visitors visitors() {
    return visitors;
  }

  Logs logs() {
    return logs;
  }
}
