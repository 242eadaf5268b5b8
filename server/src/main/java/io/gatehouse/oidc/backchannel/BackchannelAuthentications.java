package io.gatehouse.oidc.backchannel;

import io.gatehouse.guard.GuardError;
import io.gatehouse.message.MessageError;
import io.gatehouse.oidc.backchannel.BackchannelMail.Letter;
import io.gatehouse.oidc.backchannel.BackchannelStore.Begun;
import io.gatehouse.oidc.backchannel.BackchannelStore.Granted;
import io.gatehouse.oidc.backchannel.BackchannelStore.Known;
import io.gatehouse.oidc.backchannel.HintedPeople.Meant;
import io.gatehouse.oidc.client.AskableScopes;
import io.gatehouse.oidc.client.AuthorizationDetails;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.Clients;
import io.gatehouse.oidc.client.TargetResources;
import io.gatehouse.oidc.par.OwnRequests;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets applications wait for people who sign in elsewhere.
 *
 * <p>Source: [CIBA Core
 * §7](https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html#auth_backchannel_endpoint)
 */
@Singleton
class BackchannelAuthentications {
  private static final Logger LOG = Logger.getLogger(BackchannelAuthentications.class);

  /** Everything else says who the application is, or whom it means. */
  private static final List<String> KEPT =
      List.of("scope", "resource", "acr_values", "ui_locales", AuthorizationDetails.NAME);

  static final Duration INTERVAL = Duration.ofSeconds(5);

  /** How long an application waits that does not say, and at most. */
  private static final Duration LIFE = Duration.ofMinutes(10);

  private static final int LONGEST_MESSAGE = 64;
  private static final int TOO_MANY_REQUESTS = 429;

  private final BackchannelStore store;
  private final HintedPeople people;
  private final BackchannelMail mail;
  private final AskableScopes askable;
  private final TargetResources targets;
  private final AuthorizationDetails details;
  private final OwnRequests requests;
  private final SignedBackchannelRequests signed;
  private final InstantSource clock;

  BackchannelAuthentications(
      BackchannelStore store,
      HintedPeople people,
      BackchannelMail mail,
      AskableScopes askable,
      TargetResources targets,
      AuthorizationDetails details,
      OwnRequests requests,
      SignedBackchannelRequests signed,
      InstantSource clock) {
    this.store = store;
    this.people = people;
    this.mail = mail;
    this.askable = askable;
    this.targets = targets;
    this.details = details;
    this.requests = requests;
    this.signed = signed;
    this.clock = clock;
  }

  /** What the application holds, and for how long it is good. */
  record Waiting(String id, Duration life) {}

  /**
   * Begins to wait, and tells the person. Whether there is one is not told: for nobody the answer
   * is the same, takes as long, and nobody ever allows it. [CIBA Core §14]
   *
   * @throws OAuthException as [CIBA Core §13] has it
   */
  Waiting begin(Tenant tenant, Client client, Parameters sent, @Nullable String ip) {
    if (!client.mayUseBackchannel()) {
      throw OAuthError.UNAUTHORIZED_CLIENT.because(
          "this client may not use backchannel authentication");
    }
    Parameters parameters = signed.open(tenant, client, sent);
    check(tenant, client, parameters);
    Duration life = life(parameters.get("requested_expiry"));
    String message = message(parameters.get("binding_message"));
    Meant meant = people.of(tenant, client.id(), parameters);
    Instant now = clock.instant();
    String id = Ids.token();
    String link = Ids.token();
    var letter =
        new Letter(
            client.application().name(),
            tenant.url("/oidc/backchannel?request=" + link),
            message,
            parameters.get("ui_locales"),
            ip);
    store.insert(
        tenant.id(),
        new Begun(
            id,
            link,
            client.id(),
            meant.user() == null ? null : meant.user().id(),
            OwnRequests.kept(parameters, KEPT),
            message,
            now,
            now.plus(life),
            INTERVAL));
    tell(tenant, meant, letter);
    return new Waiting(id, life);
  }

  private void tell(Tenant tenant, Meant meant, Letter letter) {
    try {
      mail.send(tenant, meant.address(), letter, meant.user() != null);
    } catch (RequestException e) {
      if (e.code() == GuardError.MESSAGE_LIMITED) {
        throw new OAuthException(
            OAuthError.TEMPORARILY_UNAVAILABLE,
            "too many requests for this person; try again later",
            TOO_MANY_REQUESTS,
            null);
      }
      if (e.code() == MessageError.NO_CONNECTOR) {
        throw OAuthError.TEMPORARILY_UNAVAILABLE.because("nothing carries e-mail here");
      }
      // Told, it would tell that there is such a person: for nobody no message fails.
      LOG.warnf("an application waits in vain, as a message could not leave: %s", e.getMessage());
    }
  }

  private void check(Tenant tenant, Client client, Parameters parameters) {
    if (parameters.has("user_code")) {
      throw OAuthError.INVALID_REQUEST.because("user_code is not supported here");
    }
    Scopes asked = Scopes.parse(parameters.get("scope"));
    // "CIBA … requests MUST contain the openid scope value" [CIBA Core §7.1]
    if (!asked.has(Scopes.OPENID)) {
      throw OAuthError.INVALID_SCOPE.because("the scope must contain openid");
    }
    Scopes beyond = askable.beyond(tenant, client, asked);
    if (!beyond.isEmpty()) {
      throw new OAuthException(
          OAuthError.INVALID_SCOPE, "requested scope is not allowed", 400, beyond.toString());
    }
    targets.resolve(tenant, parameters.all("resource"));
    details.read(tenant, client, parameters.get(AuthorizationDetails.NAME));
  }

  /** "A positive integer" [CIBA Core §7.1]; no longer than ours. */
  private static Duration life(@Nullable String requested) {
    if (requested == null) {
      return LIFE;
    }
    if (!requested.matches("[1-9]\\d{0,8}")) {
      throw OAuthError.INVALID_REQUEST.because("requested_expiry must be a positive integer");
    }
    Duration wanted = Duration.ofSeconds(Long.parseLong(requested));
    return wanted.compareTo(LIFE) < 0 ? wanted : LIFE;
  }

  /** "SHOULD be relatively short and use a limited set of plain text characters" [§7.1]. */
  private static @Nullable String message(@Nullable String message) {
    if (message == null) {
      return null;
    }
    boolean plain =
        message
            .codePoints()
            .noneMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    if (!plain || message.length() > LONGEST_MESSAGE) {
      throw OAuthError.INVALID_BINDING_MESSAGE.because(
          "binding_message must be a plain text of 64 characters at most");
    }
    return message;
  }

  /** What a link leads to; empty once it is decided or over. */
  Optional<Known> find(Tenant tenant, String link, String browser) {
    return store.find(tenant.id(), link, browser, clock.instant());
  }

  /** Where the browser signs in for it. */
  String signIn(Tenant tenant, Known known, String link) {
    return requests.begin(
        tenant,
        new OwnRequests.Own(
            known.clientId(),
            tenant.url(Clients.BACKCHANNEL_RETURN),
            link,
            known.request(),
            Map.of("claims", about(known.userId()))));
  }

  /** The request is about one person, whoever is signed in there. */
  private static String about(String userId) {
    var claims = JsonCodec.object();
    claims.putObject("id_token").putObject("sub").put("value", userId);
    return claims.toString();
  }

  /** The browser comes back with the code of whoever signed in; false for somebody else's. */
  boolean prepare(Tenant tenant, String link, String browser, String code) {
    return store.prepare(
        tenant.id(),
        link,
        browser,
        new Granted(code, tenant.url(Clients.BACKCHANNEL_RETURN)),
        clock.instant());
  }

  /** What the person says; false when it was decided, or is over, meanwhile. */
  boolean decide(Tenant tenant, String link, String browser, boolean allowed) {
    Instant now = clock.instant();
    return allowed
        ? store.allow(tenant.id(), link, browser, now)
        : store.deny(tenant.id(), link, browser, now);
  }
}
