package io.gatehouse.oidc.logout;

import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.Outside;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.issue.Tokens;
import io.gatehouse.session.Session;
import io.gatehouse.tenant.Tenant;
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
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Tells applications by a request of the server's own that a session is over: all at once, and
 * before the browser moves on. Nobody waits for an application that does not answer.
 *
 * <p>Source: [OpenID Connect Back-Channel Logout
 * §2.5](https://openid.net/specs/openid-connect-backchannel-1_0.html#BCRequest)
 */
@Singleton
class BackchannelLogout {
  private static final Logger LOG = Logger.getLogger(BackchannelLogout.class);
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final HttpSender http;
  private final Tokens tokens;
  private final InstantSource clock;

  BackchannelLogout(Outside outside, Tokens tokens, InstantSource clock) {
    this.http = outside.http();
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Tells those of the clients that want to hear it. */
  void tell(Tenant tenant, List<Client> clients, Session session) {
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (Client client : clients) {
      if (client.application().oidcClientMetadata().backchannelLogoutUri() != null) {
        calls.add(() -> post(client, token(tenant, client, session)));
      }
    }
    if (calls.isEmpty()) {
      return;
    }
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      each.invokeAll(calls, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String token(Tenant tenant, Client client, Session session) {
    boolean namesSession =
        Boolean.TRUE.equals(
            client.application().oidcClientMetadata().backchannelLogoutSessionRequired());
    return tokens.logoutToken(
        tenant, client.id(), session.userId(), namesSession ? session.id() : null, clock.instant());
  }

  private boolean post(Client client, String token) {
    String uri = client.application().oidcClientMetadata().backchannelLogoutUri();
    try {
      HttpSender.Request request =
          HttpSender.Request.form(URI.create(String.valueOf(uri)), Map.of("logout_token", token));
      // "The RP MUST respond with … 200 OK", and some answer 204.
      int status = http.send(request).status();
      if (status / 100 != 2) {
        LOG.warnf("application %s answered a back-channel logout with %d", client.id(), status);
      }
      return status / 100 == 2;
    } catch (IOException | IllegalArgumentException e) {
      LOG.warnf("application %s was not told of a logout: %s", client.id(), e.getMessage());
      return false;
    }
  }
}
