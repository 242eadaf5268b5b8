package io.gatehouse.interaction.step.profile;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Methods;
import io.gatehouse.branding.Methods.SignUpIdentifier;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.PendingProfile;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.user.User;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tenant wants every account to have, and what this one still lacks. */
final class MandatoryProfile {
  private static final String PASSWORD = "password";

  private MandatoryProfile() {}

  /** The names on the wire of what is missing, in the contract's order; empty when nothing is. */
  static List<String> missing(
      SignInExperience experience, InteractionState state, @Nullable User user) {
    PendingProfile pending = state.profile();
    if (state.cameByEnterprise()) {
      return List.of();
    }
    boolean social =
        pending.socialIdentity() != null
            || state
                .record(VerificationRecord.Social.class)
                .filter(VerificationRecord::verified)
                .isPresent();
    if (social && experience.socialSignIn().skipsRequired()) {
      return List.of();
    }
    Set<IdentifierType> present = present(pending, user);
    List<String> missing = new ArrayList<>();
    for (SignUpIdentifier each : needed(experience.signUp())) {
      if (!has(each, present)) {
        missing.add(each.wire());
      }
    }
    if (experience.signUp().password() && !hasPassword(pending, user)) {
      missing.add(PASSWORD);
    }
    return List.copyOf(missing);
  }

  private static Set<SignUpIdentifier> needed(Methods.SignUp signUp) {
    Set<SignUpIdentifier> needed = EnumSet.noneOf(SignUpIdentifier.class);
    List<IdentifierType> primary = signUp.identifiers();
    if (primary.contains(IdentifierType.USERNAME)) {
      needed.add(SignUpIdentifier.USERNAME);
    } else if (primary.size() > 1) {
      needed.add(SignUpIdentifier.EMAIL_OR_PHONE);
    } else {
      primary.forEach(type -> needed.add(SignUpIdentifier.of(type)));
    }
    signUp.secondary().forEach(each -> needed.add(each.identifier()));
    return inOrder(needed);
  }

  private static Set<SignUpIdentifier> inOrder(Set<SignUpIdentifier> needed) {
    Set<SignUpIdentifier> ordered = new LinkedHashSet<>();
    for (SignUpIdentifier each :
        List.of(
            SignUpIdentifier.USERNAME,
            SignUpIdentifier.EMAIL_OR_PHONE,
            SignUpIdentifier.EMAIL,
            SignUpIdentifier.PHONE)) {
      if (needed.contains(each)) {
        ordered.add(each);
      }
    }
    return ordered;
  }

  private static boolean has(SignUpIdentifier wanted, Set<IdentifierType> present) {
    return switch (wanted) {
      case USERNAME -> present.contains(IdentifierType.USERNAME);
      case EMAIL -> present.contains(IdentifierType.EMAIL);
      case PHONE -> present.contains(IdentifierType.PHONE);
      case EMAIL_OR_PHONE ->
          present.contains(IdentifierType.EMAIL) || present.contains(IdentifierType.PHONE);
    };
  }

  private static Set<IdentifierType> present(PendingProfile pending, @Nullable User user) {
    Set<IdentifierType> present = EnumSet.noneOf(IdentifierType.class);
    pending.identifiers().forEach(identifier -> present.add(identifier.type()));
    if (user != null) {
      if (user.username() != null) {
        present.add(IdentifierType.USERNAME);
      }
      if (user.primaryEmail() != null) {
        present.add(IdentifierType.EMAIL);
      }
      if (user.primaryPhone() != null) {
        present.add(IdentifierType.PHONE);
      }
    }
    return present;
  }

  /** Somebody with an account at a social provider needs no password. */
  private static boolean hasPassword(PendingProfile pending, @Nullable User user) {
    return pending.password() != null
        || pending.socialIdentity() != null
        || user != null && (user.hasPassword() || !user.identities().isEmpty());
  }
}
