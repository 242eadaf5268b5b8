package io.gatehouse.signin;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.platform.error.RequestException;
import java.util.Collection;

/** Says where on a page a refusal is shown. */
public final class Remarks {
  private static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  private Remarks() {}

  /** That the field holds nothing that could be an identifier of these kinds. */
  public static Problems identifier(String typed, Collection<IdentifierType> accepted) {
    String code =
        typed.isEmpty()
            ? "form.required"
            : accepted.contains(IdentifierType.EMAIL) ? "user.invalid_email" : "user.invalid_phone";
    return Problems.field("identifier", Problem.of(code));
  }

  /** Whether the person can do better on the same page. */
  public static boolean mendable(RequestException refusal) {
    String code = refusal.code().code();
    return !code.equals("user.suspended")
        && !code.equals("user.missing_profile")
        && (refusal.status() == UNPROCESSABLE
            || refusal.status() == TOO_MANY
            || refusal.status() == UNAVAILABLE
            || code.equals("session.verification_blocked_too_many_attempts"));
  }
}
