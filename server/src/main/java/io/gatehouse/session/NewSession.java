package io.gatehouse.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.Tenant;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session that begins and is not written yet, so that it can be in one statement with what is
 * issued to it.
 *
 * @param secret for its cookie, which is told only here
 */
public record NewSession(
    Tenant at, Session session, String secret, Sessions.SignedIn signedIn, Instant now) {
  /** Writes it; the parameters are those of {@link #arguments}. */
  public static final String INSERT =
      """
      insert into sessions (tenant_id, id, secret_hash, user_id, auth_time, amr, acr, ip, user_agent, application_id,
        last_submission, endpoint, created_at, expires_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** What the person showed in a session {@code s}, and from where. */
  public static final String SUBMISSION =
      """
      s.last_submission || jsonb_build_object('signInContext', coalesce(s.last_submission -> 'signInContext', '{}')
        || jsonb_strip_nulls(jsonb_build_object('ip', s.ip, 'userAgent', s.user_agent)))
      """;

  /** The parameters of {@link #INSERT}. */
  public List<@Nullable Object> arguments() {
    ObjectNode submission = signedIn.how().submission();
    return Arrays.asList(
        at.id(),
        session.id(),
        Digests.sha256(secret),
        session.userId(),
        session.authTime(),
        new Jsonb(JsonCodec.text(session.amr())),
        session.acr(),
        signedIn.device().ip(),
        signedIn.device().userAgent(),
        signedIn.how().applicationId(),
        submission == null ? null : new Jsonb(submission.toString()),
        at.endpoint().toString(),
        now,
        session.expiresAt());
  }
}
