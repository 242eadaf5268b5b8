package io.gatehouse.interaction.step.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.input.Guard;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.script.Actions;
import io.gatehouse.script.ScriptKind;
import io.gatehouse.user.User;
import io.gatehouse.user.UserChange;
import io.gatehouse.user.administration.UserPatch;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Lets the tenant's script add to the account of somebody who has just signed in. */
@Singleton
public class SignInAction {
  private static final ScriptKind KIND = ScriptKind.POST_SIGN_IN;

  private final Actions actions;
  private final ActionEvents events;

  SignInAction(Actions actions, ActionEvents events) {
    this.actions = actions;
    this.events = events;
  }

  /** What is to be written to the account besides what the sign-in writes. */
  public Optional<UserChange> change(Journey journey, User user) {
    return actions
        .run(journey.tenantId(), KIND, () -> events.of(journey, user))
        .map(answer -> answer.get("user"))
        .filter(person -> !person.isNull())
        .flatMap(person -> read(journey, user, person));
  }

  private Optional<UserChange> read(Journey journey, User user, JsonNode person) {
    try {
      UserPatch patch = Guard.part("user", person, UserPatch.class);
      return Optional.of(
          new UserChange(
              null,
              null,
              null,
              patch.name().value(),
              patch.avatar().value(),
              patch.profile() == null ? null : JsonCodec.mapper().valueToTree(patch.profile()),
              patch.customData(),
              null,
              Map.of(),
              false));
    } catch (RequestException invalid) {
      actions.failed(
          journey.tenantId(),
          KIND,
          events.of(journey, user),
          "TypeError",
          "The person is not valid: " + invalid.details());
      return Optional.empty();
    }
  }
}
