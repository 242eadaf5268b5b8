package io.gatehouse.oidc.authorize;

import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.audit.log.Logs;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.InteractionResult;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;

/** Notes in the tenant's log where each interaction begins and where it ends. */
@Singleton
class InteractionLog {
  private final Logs logs;

  InteractionLog(Logs logs) {
    this.logs = logs;
  }

  /** A person is asked to sign in or to consent. */
  void begun(TenantId tenant, Interaction interaction, AuthorizationRequest request, Browser at) {
    LogEntry entry =
        LogEntry.of("Interaction.Create").by(null, request.clientId(), interaction.name());
    logs.appendPatiently(
        tenant,
        entry
            .from(at.ip(), at.userAgent())
            .with("prompt", interaction.prompt())
            .params(request.parameters()));
  }

  /** The person has come back from the pages, with whatever result. */
  void ended(TenantId tenant, Interaction interaction, Browser at) {
    InteractionResult result = interaction.result();
    String userId = result == null ? null : result.userId();
    logs.appendPatiently(
        tenant,
        LogEntry.of("Interaction.End")
            .by(userId, interaction.applicationId(), interaction.name())
            .from(at.ip(), at.userAgent())
            .with("prompt", interaction.prompt()));
  }
}
