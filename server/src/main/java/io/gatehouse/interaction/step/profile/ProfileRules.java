package io.gatehouse.interaction.step.profile;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.UsernameRules;
import io.gatehouse.interaction.step.Guessing;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PendingProfile;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.user.User;
import io.gatehouse.user.UserError;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be written to an account: nothing it has already, nothing that is somebody else's. */
@Singleton
public class ProfileRules {
  private final Users users;
  private final Guessing guessing;

  ProfileRules(Users users, Guessing guessing) {
    this.users = users;
    this.guessing = guessing;
  }

  /** Refuses what cannot be written for this person, or for a new one. */
  public void check(Journey journey, PendingProfile pending, @Nullable User user) {
    if (user != null) {
      refuseWhatIsThere(pending, user);
    }
    if (pending.username() instanceof String name
        && UsernameRules.check(journey.experience().usernamePolicy(), name)
            instanceof UsernameRules.Fault fault) {
      throw fault.exception();
    }
    guessing.question(journey, () -> refuseWhatIsTaken(journey, pending, user));
    if (pending.socialIdentity() instanceof PendingProfile.SocialIdentity identity) {
      users
          .findByIdentity(
              journey.tenantId(), identity.target(), identity.userInfo().path("id").asText())
          .filter(owner -> user == null || !owner.id().equals(user.id()))
          .ifPresent(owner -> {
            throw UserError.IDENTITY_IN_USE.exception();
          });
    }
  }

  private void refuseWhatIsTaken(Journey journey, PendingProfile pending, @Nullable User user) {
    List<IdentifierType> taken =
        users.taken(journey.tenantId(), pending.identifiers(), user == null ? null : user.id());
    if (!taken.isEmpty()) {
      throw UserError.inUse(taken.getFirst()).exception();
    }
  }

  private static void refuseWhatIsThere(PendingProfile pending, User user) {
    if (pending.username() != null && user.username() != null) {
      throw StepError.USERNAME_EXISTS.exception();
    }
    if (pending.primaryEmail() != null && user.primaryEmail() != null) {
      throw StepError.EMAIL_EXISTS.exception();
    }
    if (pending.primaryPhone() != null && user.primaryPhone() != null) {
      throw StepError.PHONE_EXISTS.exception();
    }
    if (pending.password() != null && user.hasPassword()) {
      throw StepError.PASSWORD_EXISTS.exception();
    }
  }
}
