package io.gatehouse.message.onetimetoken;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.platform.input.Input;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proves an e-mail address, once. */
public record OneTimeToken(
    TenantId tenantId,
    String id,
    String email,
    String token,
    Context context,
    Status status,
    Instant createdAt,
    Instant expiresAt) {

  /** What became of it. */
  public enum Status {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("consumed")
    CONSUMED,
    @JsonProperty("revoked")
    REVOKED,
    @JsonProperty("expired")
    EXPIRED
  }

  /** What a token may be used for. */
  public enum Purpose {
    SignIn,
    Register,
    ForgotPassword
  }

  /**
   * What its use brings along.
   *
   * @param jitOrganizationIds organizations that the person joins
   */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Context(
      @Nullable List<String> jitOrganizationIds, @Nullable Purpose interactionEvent) {
    static final Context NONE = new Context(null, null);

    public Context {
      jitOrganizationIds = jitOrganizationIds == null ? null : List.copyOf(jitOrganizationIds);
    }
  }

  /** As lists show it: an active token past its time is expired. */
  OneTimeToken asOf(Instant now) {
    return status == Status.ACTIVE && !expiresAt.isAfter(now) ? with(Status.EXPIRED) : this;
  }

  private OneTimeToken with(Status other) {
    return new OneTimeToken(tenantId, id, email, token, context, other, createdAt, expiresAt);
  }

  /** As the audit keeps it: who can sign in with it, not how. */
  OneTimeToken audited() {
    return new OneTimeToken(tenantId, id, email, "******", context, status, createdAt, expiresAt);
  }
}
