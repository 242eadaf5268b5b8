package io.gatehouse.interaction.step.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.credential.PasswordHasher;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.JourneyEvents;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.input.Guard;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.script.Actions;
import io.gatehouse.script.ScriptKind;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.NewUser;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.User;
import io.gatehouse.user.UserChange;
import io.gatehouse.user.Users;
import io.gatehouse.user.administration.UserPatch;
import io.gatehouse.user.device.TrustedDevices;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets the tenant's script vouch for somebody whose password is not known here, or another one. */
@Singleton
public class FirstFactorAction {
  private static final ScriptKind KIND = ScriptKind.POST_FIRST_FACTOR;

  private final Actions actions;
  private final ActionEvents events;
  private final Users users;
  private final PasswordHasher hasher;
  private final JourneyEvents hooks;
  private final TrustedDevices devices;
  private final Db db;

  FirstFactorAction(
      Actions actions,
      ActionEvents events,
      Users users,
      PasswordHasher hasher,
      JourneyEvents hooks,
      TrustedDevices devices,
      Db db) {
    this.actions = actions;
    this.events = events;
    this.users = users;
    this.hasher = hasher;
    this.hooks = hooks;
    this.devices = devices;
    this.db = db;
  }

  /**
   * Whom the script vouches for, after it was written down with the password; empty where it says
   * nothing.
   *
   * @param known who has the identifier, with another password or none
   */
  public Optional<SignInUser> vouch(
      Journey journey, Identifier identifier, String password, @Nullable User known) {
    if (!signsIn(journey) || known != null && known.suspended()) {
      return Optional.empty();
    }
    Actions.Event[] told = new Actions.Event[1];
    return actions
        .run(
            journey.tenantId(),
            KIND,
            () -> {
              Actions.Event event = events.of(journey, known);
              event
                  .json()
                  .putObject("identifier")
                  .put("type", identifier.type().wire())
                  .put("value", identifier.value());
              event.json().put("password", password);
              told[0] = event;
              return event;
            })
        .flatMap(answer -> person(journey, answer, told[0]))
        .map(person -> {
          write(journey, identifier, password, known, person);
          return users.forSignIn(journey.tenantId(), identifier).orElseThrow();
        });
  }

  private static boolean signsIn(Journey journey) {
    InteractionEvent event = journey.state().interactionEvent();
    return event != InteractionEvent.REGISTER && event != InteractionEvent.FORGOT_PASSWORD;
  }

  private Optional<UserPatch> person(Journey journey, ObjectNode answer, Actions.Event event) {
    JsonNode user = answer.get("user");
    if (user == null || user.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Guard.part("user", user, UserPatch.class));
    } catch (RequestException invalid) {
      actions.failed(
          journey.tenantId(),
          KIND,
          event,
          "TypeError",
          "The person is not valid: " + invalid.details());
      return Optional.empty();
    }
  }

  private void write(
      Journey journey,
      Identifier identifier,
      String password,
      @Nullable User known,
      UserPatch person) {
    UserChange change = change(identifier, person, password);
    if (!users
        .taken(journey.tenantId(), identifiers(change), known == null ? null : known.id())
        .isEmpty()) {
      throw StepError.IDENTITY_CONFLICT.exception();
    }
    db.transaction(
        journey.tenantId(),
        () -> {
          if (known == null) {
            hooks.wrote(
                journey,
                HookEvent.USER_CREATED,
                users.create(journey.tenantId(), account(journey, change)).id());
          } else {
            users.change(journey.tenantId(), known.id(), change);
            devices.removeAll(journey.tenantId(), known.id());
            hooks.wrote(journey, HookEvent.USER_DATA_UPDATED, known.id());
          }
        });
  }

  private UserChange change(Identifier identifier, UserPatch person, String password) {
    return new UserChange(
        kept(identifier, IdentifierType.USERNAME, person.username().value()),
        kept(identifier, IdentifierType.EMAIL, person.primaryEmail().value()),
        kept(identifier, IdentifierType.PHONE, person.primaryPhone().value()),
        person.name().value(),
        person.avatar().value(),
        person.profile() == null ? null : JsonCodec.mapper().valueToTree(person.profile()),
        person.customData(),
        hasher.hash(password),
        Map.of(),
        false);
  }

  /** Whoever signs in under a name goes on under that name. */
  private static @Nullable String kept(
      Identifier typed, IdentifierType type, @Nullable String answered) {
    if (typed.type() != type) {
      return answered;
    }
    if (answered != null
        && !answered.toLowerCase(Locale.ROOT).equals(typed.value().toLowerCase(Locale.ROOT))) {
      throw ActionError.IDENTIFIER_CHANGED.exception();
    }
    return answered == null ? typed.value() : answered;
  }

  private static List<Identifier> identifiers(UserChange change) {
    List<Identifier> identifiers = new ArrayList<>();
    if (change.username() != null) {
      identifiers.add(Identifier.username(change.username()));
    }
    if (change.email() != null) {
      identifiers.add(Identifier.email(change.email()));
    }
    if (change.phone() != null) {
      identifiers.add(Identifier.phone(change.phone()));
    }
    return identifiers;
  }

  private static NewUser account(Journey journey, UserChange change) {
    return new NewUser(
        change.username(),
        change.email(),
        change.phone(),
        change.name(),
        change.avatar(),
        change.profile() == null ? JsonCodec.object() : change.profile(),
        change.customData() == null ? JsonCodec.object() : change.customData(),
        change.password(),
        Map.of(),
        journey.interaction().applicationId(),
        JsonCodec.object());
  }
}
