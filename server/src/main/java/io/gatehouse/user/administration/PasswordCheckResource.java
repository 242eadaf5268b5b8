package io.gatehouse.user.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.credential.PasswordIssue;
import io.gatehouse.credential.PasswordOwner;
import io.gatehouse.credential.PasswordPolicy;
import io.gatehouse.credential.PasswordRules;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells whether the tenant's rules would accept a password, over HTTP. */
@Path("/api/sign-in-exp/default/check-password")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in experience")
class PasswordCheckResource {
  private static final String WHOSE = "The rules forbid personal data, so userId is needed.";

  private final SignInExperiences experiences;
  private final PasswordRules rules;
  private final Users users;
  private final ManagementCall call;

  PasswordCheckResource(
      SignInExperiences experiences, PasswordRules rules, Users users, ManagementCall call) {
    this.experiences = experiences;
    this.rules = rules;
    this.users = users;
    this.call = call;
  }

  /** Whether the password is accepted, else why not. */
  record Verdict(
      boolean result, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PasswordIssue> issues) {}

  @POST
  @Answers(
      value = Verdict.class,
      status = {200, 400})
  @Operation(
      operationId = "CheckPasswordWithDefaultSignInExperience",
      summary = "Check a password against the tenant's rules")
  public Response check(UserInputs.PasswordCheck input) {
    PasswordPolicy policy = experiences.of(call.tenant()).passwordPolicy();
    PasswordOwner owner = owner(input.userId());
    if (owner == null && policy.rejectsUserInfo() && !input.password().isEmpty()) {
      throw RequestError.INVALID_INPUT.exception(
          Map.of("details", WHOSE), Map.of("message", WHOSE));
    }
    List<PasswordIssue> issues =
        rules.check(policy, input.password(), owner == null ? PasswordOwner.UNKNOWN : owner);
    return Response.status(issues.isEmpty() ? 200 : 400)
        .entity(new Verdict(issues.isEmpty(), issues))
        .build();
  }

  private @Nullable PasswordOwner owner(@Nullable String userId) {
    if (userId == null) {
      return null;
    }
    User user = users.get(call.tenant(), userId);
    return new PasswordOwner(
        user.name(), user.username(), user.primaryEmail(), user.primaryPhone());
  }
}
