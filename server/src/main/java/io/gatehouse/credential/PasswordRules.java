package io.gatehouse.credential;

import java.util.ArrayList;
import java.util.List;

/** Checks a password somebody chooses against the tenant's policy. */
public final class PasswordRules {
  private static final String SYMBOLS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ ";

  private final BreachedPasswords breached;

  public PasswordRules(BreachedPasswords breached) {
    this.breached = breached;
  }

  /** Everything that is wrong with the password; empty when it is accepted. */
  public List<PasswordIssue> check(PasswordPolicy policy, String password, PasswordOwner owner) {
    List<PasswordIssue> issues = new ArrayList<>();
    checkLength(policy, password, issues);
    checkCharacters(policy, password, issues);
    if (policy.rejectsPwned() && !password.isEmpty() && breached.contains(password)) {
      issues.add(PasswordIssue.of("pwned"));
    }
    Restrictions restrictions = new Restrictions(password);
    if (policy.rejectsRepetitionAndSequence()) {
      restrictions.repetitions().sequences();
    }
    if (policy.rejectsUserInfo()) {
      restrictions.userInfo(owner);
    }
    issues.addAll(restrictions.words(policy.words()).issues());
    return List.copyOf(issues);
  }

  /** The same, ending the request with {@code password.rejected} when anything is wrong. */
  public void require(PasswordPolicy policy, String password, PasswordOwner owner) {
    List<PasswordIssue> issues = check(policy, password, owner);
    if (!issues.isEmpty()) {
      throw CredentialError.REJECTED.withData(issues);
    }
  }

  private static void checkLength(
      PasswordPolicy policy, String password, List<PasswordIssue> issues) {
    int length = password.codePointCount(0, password.length());
    if (length < policy.minimum()) {
      issues.add(PasswordIssue.of("too_short", "min", policy.minimum()));
    } else if (length > policy.maximum()) {
      issues.add(PasswordIssue.of("too_long", "max", policy.maximum()));
    }
  }

  private static void checkCharacters(
      PasswordPolicy policy, String password, List<PasswordIssue> issues) {
    if (password.chars().anyMatch(c -> kind(c) == Kind.UNSUPPORTED)) {
      issues.add(PasswordIssue.of("unsupported_characters"));
    } else if (password.chars().mapToObj(PasswordRules::kind).distinct().count()
        < policy.minimumTypes()) {
      issues.add(PasswordIssue.of("character_types", "min", policy.minimumTypes()));
    }
  }

  private static Kind kind(int character) {
    if (character >= 'a' && character <= 'z') {
      return Kind.SMALL;
    }
    if (character >= 'A' && character <= 'Z') {
      return Kind.CAPITAL;
    }
    if (character >= '0' && character <= '9') {
      return Kind.DIGIT;
    }
    return SYMBOLS.indexOf(character) >= 0 ? Kind.SYMBOL : Kind.UNSUPPORTED;
  }

  private enum Kind {
    SMALL,
    CAPITAL,
    DIGIT,
    SYMBOL,
    UNSUPPORTED
  }
}
