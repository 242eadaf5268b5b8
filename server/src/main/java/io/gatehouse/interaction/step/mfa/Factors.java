package io.gatehouse.interaction.step.mfa;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PendingProfile;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.User;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which factors of a person count: those that the tenant has switched on. */
final class Factors {
  private static final List<Factor> ORDER =
      List.of(
          Factor.WEB_AUTHN, Factor.TOTP, Factor.PHONE_CODE, Factor.EMAIL_CODE, Factor.BACKUP_CODE);

  private static final int LEFT_OPEN = 4;
  private static final String MASK = "****";

  private Factors() {}

  /** What the person has; an address that they are known by is one, as codes can be sent there. */
  static Set<Factor> had(SignInExperience experience, SignInUser person) {
    Set<Factor> factors = EnumSet.noneOf(Factor.class);
    factors.addAll(person.secondStep().stored());
    if (person.user().primaryEmail() != null) {
      factors.add(Factor.EMAIL_CODE);
    }
    if (person.user().primaryPhone() != null) {
      factors.add(Factor.PHONE_CODE);
    }
    factors.retainAll(experience.mfa().factors());
    return factors;
  }

  /** The same with what will be added at the end. */
  static Set<Factor> linked(Journey journey, SignInUser person) {
    Set<Factor> factors = had(journey.experience(), person);
    factors.addAll(journey.state().mfa().factors());
    PendingProfile profile = journey.state().profile();
    if (profile.primaryEmail() != null) {
      factors.add(Factor.EMAIL_CODE);
    }
    if (profile.primaryPhone() != null) {
      factors.add(Factor.PHONE_CODE);
    }
    factors.retainAll(journey.experience().mfa().factors());
    return factors;
  }

  /** In the order to offer them, what needs no message first and backup codes last. */
  static List<Factor> ordered(Collection<Factor> factors) {
    return ORDER.stream().filter(factors::contains).toList();
  }

  /** The same of all that can be set up for itself: backup codes only come beside another. */
  static List<Factor> offered(SignInExperience experience) {
    return ordered(experience.mfa().factors()).stream()
        .filter(factor -> factor != Factor.BACKUP_CODE)
        .toList();
  }

  /** Where codes would go, told to somebody who has shown the first factor only. */
  static Map<Factor, String> masked(User person, Collection<Factor> factors) {
    Map<Factor, String> masked = new EnumMap<>(Factor.class);
    put(masked, factors, Factor.EMAIL_CODE, maskedEmail(person.primaryEmail()));
    put(masked, factors, Factor.PHONE_CODE, maskedPhone(person.primaryPhone()));
    return masked;
  }

  private static void put(
      Map<Factor, String> masked,
      Collection<Factor> factors,
      Factor factor,
      @Nullable String address) {
    if (address != null && factors.contains(factor)) {
      masked.put(factor, address);
    }
  }

  private static @Nullable String maskedEmail(@Nullable String address) {
    if (address == null) {
      return null;
    }
    int at = address.lastIndexOf('@');
    String name = address.substring(0, Math.max(at, 0));
    String open = name.length() > LEFT_OPEN ? name.substring(0, LEFT_OPEN) : "";
    return open + MASK + address.substring(Math.max(at, 0));
  }

  private static @Nullable String maskedPhone(@Nullable String number) {
    if (number == null) {
      return null;
    }
    return MASK
        + (number.length() > LEFT_OPEN ? number.substring(number.length() - LEFT_OPEN) : "");
  }
}
