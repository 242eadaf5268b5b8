package io.gatehouse.interaction.form;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.credential.PasswordIssue;
import io.gatehouse.platform.error.RequestException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says where on a page a refusal is shown. */
public final class Remarks {
  private static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final int NOT_IMPLEMENTED = 501;

  private Remarks() {}

  /** That the field holds nothing that could be an identifier of these kinds. */
  public static Problems identifier(String typed, Collection<IdentifierType> accepted) {
    String code =
        typed.isEmpty()
            ? "form.required"
            : accepted.contains(IdentifierType.EMAIL) ? "user.invalid_email" : "user.invalid_phone";
    return Problems.field("identifier", Problem.of(code));
  }

  /** Beside the field it is about, or at the top; null when the page cannot mend it. */
  public static @Nullable Problems about(RequestException refusal) {
    String code = refusal.code().code();
    if (code.equals("password.rejected") && refusal.data() instanceof List<?> issues) {
      return new Problems(null, Map.of("password", problems(issues)));
    }
    if (code.equals("session.invalid_credentials") || code.equals("user.same_password")) {
      return Problems.field("password", Problem.of(refusal));
    }
    if (code.startsWith("verification_code.")
        || code.equals("session.mfa.invalid_totp_code")
        || code.equals("session.mfa.invalid_backup_code")) {
      return Problems.field("code", Problem.of(refusal));
    }
    if (code.equals("guard.file_size_exceeded") || code.equals("guard.mime_type_not_allowed")) {
      return Problems.field("file", Problem.of(refusal));
    }
    if (code.startsWith("user.username_")
        || code.endsWith("_already_in_use")
        || code.startsWith("session.email_blocklist.")) {
      return Problems.field("identifier", Problem.of(refusal));
    }
    return mendable(refusal) ? Problems.general(Problem.of(refusal)) : null;
  }

  /** The same; a refusal that the page cannot mend goes on. */
  public static Problems orThrow(RequestException refusal) {
    Problems problems = about(refusal);
    if (problems == null) {
      throw refusal;
    }
    return problems;
  }

  /**
   * Takes a step of a page.
   *
   * @param then what follows it
   * @param page the page once more, with what the person can mend
   */
  public static <T, R> R on(Supplier<T> step, Function<T, R> then, Function<Problems, R> page) {
    T taken;
    try {
      taken = step.get();
    } catch (RequestException refusal) {
      return page.apply(orThrow(refusal));
    }
    return then.apply(taken);
  }

  /** The same where all that follows can be mended on the page, too. */
  public static <R> R on(Supplier<R> step, Function<Problems, R> page) {
    return on(step, Function.identity(), page);
  }

  /** A connector that failed, without what only its administrator should read. */
  public static Problem problem(ConnectorException failure) {
    return new Problem(failure.code(), Map.of("errorDescription", ""));
  }

  /** Whether the person can do better on the same page. */
  private static boolean mendable(RequestException refusal) {
    String code = refusal.code().code();
    int status = refusal.status();
    return !code.equals("user.suspended")
        && !code.equals("user.missing_profile")
        && (status == UNPROCESSABLE
            || status == TOO_MANY
            || status == UNAVAILABLE
            || status == NOT_IMPLEMENTED
            || code.startsWith("connector.")
            || code.startsWith("session.mfa.webauthn_")
            || code.equals("session.mfa.pending_info_not_found")
            || code.equals("user.last_sign_in_method_required")
            || code.equals("session.verification_blocked_too_many_attempts"));
  }

  private static List<Problem> problems(List<?> issues) {
    return issues.stream()
        .filter(PasswordIssue.class::isInstance)
        .map(PasswordIssue.class::cast)
        .map(issue -> new Problem(issue.code(), issue.interpolation()))
        .toList();
  }
}
