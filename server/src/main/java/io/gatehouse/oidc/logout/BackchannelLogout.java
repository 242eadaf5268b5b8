package io.gatehouse.oidc.logout;

import io.gatehouse.application.metadata.OidcClientMetadata;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.Outside;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.Clients;
import io.gatehouse.oidc.issue.Tokens;
import io.gatehouse.oidc.subject.SubjectIdentifiers;
import io.gatehouse.session.notice.LogoutNotice;
import io.gatehouse.session.notice.LogoutNotices;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.micrometer.core.instrument.Metrics;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells applications by a request of the server's own that a session is over: all at once, and
 * nobody waits for an application that does not answer. What was told is forgotten; the rest is due
 * again later.
 *
 * <p>Source: [OpenID Connect Back-Channel Logout
 * §2.5](https://openid.net/specs/openid-connect-backchannel-1_0.html#BCRequest)
 */
@Singleton
class BackchannelLogout {
  private static final Logger LOG = Logger.getLogger(BackchannelLogout.class);

  /** Shorter than the first pause, so that no notice is told twice at a time. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final HttpSender http;
  private final Clients clients;
  private final TenantResolver tenants;
  private final Tokens tokens;
  private final LogoutNotices notices;
  private final SubjectIdentifiers subjects;
  private final InstantSource clock;

  BackchannelLogout(
      Outside outside,
      Clients clients,
      TenantResolver tenants,
      Tokens tokens,
      LogoutNotices notices,
      SubjectIdentifiers subjects,
      InstantSource clock) {
    this.http = outside.http();
    this.clients = clients;
    this.tenants = tenants;
    this.tokens = tokens;
    this.notices = notices;
    this.subjects = subjects;
    this.clock = clock;
  }

  void tell(List<LogoutNotice> due) {
    if (due.isEmpty()) {
      return;
    }
    List<Callable<Boolean>> calls = new ArrayList<>();
    due.forEach(notice -> calls.add(() -> tell(notice)));
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> answers =
          each.invokeAll(calls, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      List<LogoutNotice> told = new ArrayList<>();
      for (int i = 0; i < answers.size(); i++) {
        Future<Boolean> answer = answers.get(i);
        if (answer.state() == Future.State.SUCCESS && answer.resultNow()) {
          told.add(due.get(i));
        }
      }
      Metrics.counter("gatehouse.logout.notices", "outcome", "told").increment(told.size());
      Metrics.counter("gatehouse.logout.notices", "outcome", "later")
          .increment(due.size() - (double) told.size());
      notices.told(told);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the application needs not hear it any more. */
  private boolean tell(LogoutNotice notice) {
    Tenant tenant = tenant(notice);
    Client client =
        tenant == null ? null : clients.find(tenant, notice.applicationId()).orElse(null);
    if (tenant == null || client == null) {
      return true;
    }
    OidcClientMetadata metadata = client.application().oidcClientMetadata();
    String uri = metadata.backchannelLogoutUri();
    return uri == null || post(client.id(), uri, token(tenant, client, notice));
  }

  private @Nullable Tenant tenant(LogoutNotice notice) {
    return notice.endpoint() == null
        ? tenants.find(notice.tenant()).orElse(null)
        : new Tenant(notice.tenant(), URI.create(notice.endpoint()));
  }

  private String token(Tenant tenant, Client client, LogoutNotice notice) {
    boolean namesSession =
        Boolean.TRUE.equals(
            client.application().oidcClientMetadata().backchannelLogoutSessionRequired());
    String subject = subjects.known(tenant, client, notice.userId()).orElse(null);
    // "A Logout Token MUST contain either a sub or a sid Claim" [§2.4]
    String session = namesSession || subject == null ? notice.sessionId() : null;
    return tokens.logoutToken(tenant, client, subject, session, clock.instant());
  }

  private boolean post(String clientId, String uri, String token) {
    try {
      HttpSender.Request request =
          HttpSender.Request.form(URI.create(uri), Map.of("logout_token", token));
      // "The RP MUST respond with … 200 OK", and some answer 204.
      int status = http.send(request).status();
      if (status / 100 != 2) {
        LOG.warnf("application %s answered a back-channel logout with %d", clientId, status);
      }
      return status / 100 == 2;
    } catch (IOException | IllegalArgumentException e) {
      LOG.warnf("application %s was not told of a logout: %s", clientId, e.getMessage());
      return false;
    }
  }
}
