package io.gatehouse.oidc.authorize;

import io.gatehouse.application.Application;
import io.gatehouse.application.Applications;
import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.audit.log.Logs;
import io.gatehouse.hook.event.EventBody;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.hook.event.HookEvents;
import io.gatehouse.oidc.authorize.AuthorizationStore.Pushed;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.session.notice.LogoutNotices;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Keeps a person to so many grants at a time of an application that sets a limit: with one more,
 * the oldest ends, and whatever hangs on it; the application hears that the person is signed out
 * there.
 */
@Singleton
class GrantLimit {
  private final AuthorizationStore store;
  private final HookEvents events;
  private final Logs logs;
  private final LogoutNotices notices;

  GrantLimit(AuthorizationStore store, HookEvents events, Logs logs, LogoutNotices notices) {
    this.store = store;
    this.events = events;
    this.logs = logs;
    this.notices = notices;
  }

  /** Ends the grants beyond the client's limit, after one more was given. */
  void keep(Tenant tenant, Client client, String userId, Browser browser, Instant now) {
    Integer most = client.application().customClientMetadata().maxAllowedGrants();
    if (most == null) {
      return;
    }
    store.atOnce(tenant.id(), () -> keep(tenant, client.application(), userId, browser, most, now));
  }

  private void keep(
      Tenant tenant,
      Application application,
      String userId,
      Browser browser,
      int most,
      Instant now) {
    List<Pushed> pushed = store.revokeBeyond(tenant.id(), application.id(), userId, most, now);
    List<String> revoked = pushed.stream().map(Pushed::grantId).toList();
    if (revoked.isEmpty()) {
      return;
    }
    notices.tellSoon((int) pushed.stream().filter(Pushed::noticed).count());
    logs.append(
        tenant.id(),
        LogEntry.of("RevokeGrants")
            .by(userId, application.id(), null)
            .with("revokedGrants", Map.of("ids", revoked)));
    events.raise(
        tenant.id(),
        HookEvent.GRANT_LIMIT_EXCEEDED,
        userId,
        () ->
            EventBody.empty()
                .with("userId", userId)
                .with("applicationId", application.id())
                .with("revokedGrantIds", JsonCodec.mapper().valueToTree(revoked))
                .with("maxAllowedGrants", most)
                .with("preRevocationActiveGrantCount", most + revoked.size())
                .with("application", Applications.members(application))
                .with("ip", browser.ip())
                .with("userAgent", browser.userAgent())
                .json());
  }
}
