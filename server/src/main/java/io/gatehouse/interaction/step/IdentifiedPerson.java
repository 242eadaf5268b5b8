package io.gatehouse.interaction.step;

import io.gatehouse.user.SignInUser;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;

/** Reads the person whom an interaction has become. */
@Singleton
public class IdentifiedPerson {
  private final Users users;

  IdentifiedPerson(Users users) {
    this.users = users;
  }

  /** Who it is, or the end of the request while nobody is identified. */
  public SignInUser of(Journey journey) {
    String id = journey.state().userId();
    if (id == null) {
      throw StepError.IDENTIFIER_NOT_FOUND.exception();
    }
    return users
        .forSignIn(journey.tenantId(), id)
        .orElseThrow(StepError.IDENTIFIER_NOT_FOUND::exception);
  }
}
