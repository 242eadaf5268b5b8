package io.gatehouse.account.security;

import io.gatehouse.account.gate.AccountApi;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountEvents;
import io.gatehouse.account.gate.AccountScopes;
import io.gatehouse.account.gate.Part;
import io.gatehouse.platform.input.Input;
import io.gatehouse.user.settings.Preferences;
import io.gatehouse.user.settings.UserSettings;
import io.gatehouse.user.settings.UserSettingsInput;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What one has decided about signing in, over HTTP. */
@Path("/api/my-account")
@AccountApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My account")
class MySettingsResource {
  private final Preferences preferences;
  private final AccountEvents events;
  private final AccountCall call;

  MySettingsResource(Preferences preferences, AccountEvents events, AccountCall call) {
    this.preferences = preferences;
    this.events = events;
    this.call = call;
  }

  /** Whether the second step is left out, where that is the person's to say. */
  @Input
  record SecondStepSettings(boolean skipMfaOnSignIn) {
    static SecondStepSettings of(UserSettings settings) {
      return new SecondStepSettings(settings.mfa().skipMfaOnSignIn());
    }
  }

  @GET
  @Path("/mfa-settings")
  @APIResponse(responseCode = "400", description = "The tenant does not show it.")
  @Operation(
      operationId = "GetMfaSettings",
      summary = "Read whether one is let in without the second step")
  public SecondStepSettings secondStep() {
    call.gate().scope401(AccountScopes.IDENTITIES).shows(Part.MFA);
    return SecondStepSettings.of(preferences.of(call.tenant(), call.userId()));
  }

  @PATCH
  @Path("/mfa-settings")
  @Operation(
      operationId = "UpdateMfaSettings",
      summary = "Say whether one is let in without the second step")
  public SecondStepSettings changeSecondStep(SecondStepSettings input) {
    call.gate().proved().scope401(AccountScopes.IDENTITIES).firstParty().edits(Part.MFA);
    return SecondStepSettings.of(change(UserSettingsInput.skipping(input.skipMfaOnSignIn())));
  }

  @GET
  @Path("/logto-configs")
  @APIResponse(responseCode = "400", description = "The tenant does not show it.")
  @Operation(operationId = "GetLogtoConfig", summary = "Read what one has decided about signing in")
  public UserSettings all() {
    call.gate().scope401(AccountScopes.IDENTITIES).shows(Part.PASSKEY);
    return preferences.of(call.tenant(), call.userId());
  }

  @PATCH
  @Path("/logto-configs")
  @Operation(
      operationId = "UpdateLogtoConfig",
      summary = "Change what one has decided about signing in")
  public UserSettings changeAll(UserSettingsInput input) {
    call.gate().proved().scope401(AccountScopes.IDENTITIES).firstParty().edits(Part.PASSKEY);
    return change(input);
  }

  private UserSettings change(UserSettingsInput input) {
    return events.changing(
        call, () -> preferences.change(call.tenant(), call.actor(), call.userId(), input));
  }
}
