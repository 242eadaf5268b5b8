package io.gatehouse.interaction.step.password;

import io.gatehouse.credential.PasswordHash;
import io.gatehouse.credential.PasswordHasher;
import io.gatehouse.credential.PasswordOwner;
import io.gatehouse.credential.PasswordRules;
import io.gatehouse.interaction.step.Guessing;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PendingProfile;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.User;
import io.gatehouse.user.UserError;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person chooses a password: for a new account, for one that has none, or for a forgotten one.
 */
@Singleton
public class NewPassword {
  private final PasswordRules rules;
  private final PasswordHasher hasher;
  private final Users users;
  private final Guessing guessing;

  NewPassword(PasswordRules rules, PasswordHasher hasher, Users users, Guessing guessing) {
    this.rules = rules;
    this.hasher = hasher;
    this.users = users;
    this.guessing = guessing;
  }

  /** Adds the password to what will be written. */
  public InteractionState add(Journey journey, String password) {
    Optional<SignInUser> person = person(journey);
    require(journey, password, person.map(SignInUser::user).orElse(null));
    refuseTheSame(person, password);
    if (person.filter(known -> known.password() != null).isPresent()) {
      throw StepError.PASSWORD_EXISTS.exception();
    }
    return journey.state().with(journey.state().profile().with(hasher.hash(password)));
  }

  /** Replaces a forgotten password; written when the interaction is submitted. */
  public InteractionState replace(Journey journey, String password) {
    if (journey.state().interactionEvent() != InteractionEvent.FORGOT_PASSWORD) {
      throw StepError.INVALID_EVENT.exception();
    }
    Optional<SignInUser> person = person(journey);
    SignInUser known = person.orElseThrow(StepError.IDENTIFIER_NOT_FOUND::exception);
    require(journey, password, known.user());
    refuseTheSame(person, password);
    return journey.state().with(journey.state().profile().with(hasher.hash(password)));
  }

  /** A username and a password for an account that is to be made. */
  public VerificationRecord.NewIdentity identity(
      Journey journey, String username, String password) {
    Identifier identifier = Identifier.username(username);
    guessing.question(
        journey,
        () -> {
          if (!users.taken(journey.tenantId(), List.of(identifier), null).isEmpty()) {
            throw UserError.USERNAME_IN_USE.exception();
          }
        });
    rules.require(
        journey.experience().passwordPolicy(),
        password,
        new PasswordOwner(null, username, null, null));
    return new VerificationRecord.NewIdentity(
        VerificationRecord.newId(), identifier, hasher.hash(password));
  }

  private Optional<SignInUser> person(Journey journey) {
    String id = journey.state().userId();
    return id == null ? Optional.empty() : users.forSignIn(journey.tenantId(), id);
  }

  private void require(Journey journey, String password, @Nullable User user) {
    PendingProfile pending = journey.state().profile();
    PasswordOwner owner =
        new PasswordOwner(
            either(pending.name(), user == null ? null : user.name()),
            either(pending.username(), user == null ? null : user.username()),
            either(pending.primaryEmail(), user == null ? null : user.primaryEmail()),
            either(pending.primaryPhone(), user == null ? null : user.primaryPhone()));
    rules.require(journey.experience().passwordPolicy(), password, owner);
  }

  private void refuseTheSame(Optional<SignInUser> person, String password) {
    PasswordHash stored = person.map(SignInUser::password).orElse(null);
    if (stored != null && hasher.verify(stored, password).matches()) {
      throw StepError.SAME_PASSWORD.exception();
    }
  }

  private static @Nullable String either(@Nullable String pending, @Nullable String known) {
    return pending == null ? known : pending;
  }
}
