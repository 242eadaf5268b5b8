package io.gatehouse.interaction.form;

import io.gatehouse.branding.page.Page;
import io.gatehouse.credential.PasswordPolicy;

/** What a page says about a new password before one is typed. */
public final class PasswordHints {
  private static final int SHORTEST = 8;

  private PasswordHints() {}

  public static Page.PasswordRules of(PasswordPolicy policy) {
    PasswordPolicy.Length length = policy.length();
    PasswordPolicy.CharacterTypes types = policy.characterTypes();
    PasswordPolicy.Rejects rejects = policy.rejects();
    Integer min = length == null ? null : length.min();
    Integer kinds = types == null ? null : types.min();
    return new Page.PasswordRules(
        min == null ? SHORTEST : min,
        kinds == null ? 1 : kinds,
        rejects == null || !Boolean.FALSE.equals(rejects.pwned()),
        rejects == null || !Boolean.FALSE.equals(rejects.userInfo()));
  }
}
