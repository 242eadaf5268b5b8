package io.gatehouse.oidc.authorize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.InteractionResult;
import io.gatehouse.interaction.Interactions;
import io.gatehouse.interaction.step.consent.ConsentStep;
import io.gatehouse.interaction.step.onetimetoken.OpenedLinks;
import io.gatehouse.oidc.authorize.AuthorizationRequests.Trusted;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.Clients;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.Prompt;
import io.gatehouse.session.Session;
import io.gatehouse.session.grant.Grant;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides about authorization requests.
 *
 * <p>Sources: [RFC 6749 §4.1](https://www.rfc-editor.org/rfc/rfc6749#section-4.1), [OpenID Connect
 * Core §3.1.2](https://openid.net/specs/openid-connect-core-1_0.html#AuthorizationEndpoint), [RFC
 * 9207](https://www.rfc-editor.org/rfc/rfc9207)
 */
@Singleton
class AuthorizeEndpoint {
  private final Clients clients;
  private final AuthorizationRequests requests;
  private final AuthorizationStore store;
  private final Situations situations;
  private final GrantLimit limit;
  private final Interactions interactions;
  private final SessionStart start;
  private final FrontChannel frontChannel;
  private final OpenedLinks links;
  private final InteractionLog log;
  private final Answers answers;
  private final InstantSource clock;

  AuthorizeEndpoint(
      Clients clients,
      AuthorizationRequests requests,
      AuthorizationStore store,
      Situations situations,
      GrantLimit limit,
      Interactions interactions,
      SessionStart start,
      FrontChannel frontChannel,
      OpenedLinks links,
      InteractionLog log,
      Answers answers,
      InstantSource clock) {
    this.clients = clients;
    this.requests = requests;
    this.store = store;
    this.situations = situations;
    this.limit = limit;
    this.interactions = interactions;
    this.start = start;
    this.frontChannel = frontChannel;
    this.links = links;
    this.log = log;
    this.answers = answers;
    this.clock = clock;
  }

  /** A request as it arrives. */
  Outcome begin(Tenant tenant, Parameters parameters, Browser browser) {
    Trusted trusted;
    try {
      trusted = requests.begin(tenant, parameters);
    } catch (OAuthException e) {
      return new Outcome.Refused(
          e, parameters.get("client_id"), parameters.get("redirect_uri"), parameters.get("state"));
    }
    try {
      AuthorizationRequest request = requests.read(tenant, trusted);
      Step step = new Step(tenant, trusted.client(), request, browser, null, true, null);
      Supplier<Outcome> attempt =
          () ->
              proceed(
                  step, situations.of(tenant, trusted.client(), request, browser.sessionSecret()));
      // A pushed request is used up with its answer, or not at all.
      return twice(request.pushed() == null ? attempt : () -> store.atOnce(tenant.id(), attempt));
    } catch (OAuthException e) {
      return answers.error(tenant, trusted.target(), e, null);
    }
  }

  /**
   * The browser comes back from a page, having signed in or consented there. All of it is kept or
   * nothing: who signed in has a session and a code, or may come back once more.
   */
  Outcome resume(Tenant tenant, String interactionId, Browser browser) {
    return twice(() -> store.atOnce(tenant.id(), () -> resumed(tenant, interactionId, browser)));
  }

  /**
   * Another tab may make the grant of this session and client in the same moment: then all is read
   * anew, and builds on that one.
   */
  private static Outcome twice(Supplier<Outcome> attempt) {
    try {
      return attempt.get();
    } catch (DbException.Unique e) {
      return attempt.get();
    }
  }

  private Outcome resumed(Tenant tenant, String interactionId, Browser browser) {
    Interactions.Taken taken =
        browser.began(interactionId)
            ? interactions.take(tenant.id(), interactionId).orElse(null)
            : null;
    if (taken == null) {
      return new Outcome.NoInteraction();
    }
    Outcome outcome = concluded(tenant, taken, browser);
    log.ended(tenant.id(), taken.interaction(), browser);
    return outcome;
  }

  private Outcome concluded(Tenant tenant, Interactions.Taken taken, Browser browser) {
    Interaction interaction = taken.interaction();
    AuthorizationRequest request =
        JsonCodec.read(interaction.request(), AuthorizationRequest.class);
    Client client = clients.find(tenant, request.clientId()).orElse(null);
    if (client == null || !client.redirectUris().allow(request.redirectUri())) {
      OAuthException changed =
          OAuthError.INVALID_REDIRECT_URI.because(
              "the client or its redirect URI was removed meanwhile");
      return new Outcome.Refused(
          changed, request.clientId(), request.redirectUri(), request.state());
    }
    try {
      return interaction.prompt().equals(Interaction.LOGIN) || interaction.signedIn()
          ? signedIn(tenant, client, request, taken, browser)
          : consented(tenant, client, request, interaction, browser);
    } catch (OAuthException e) {
      return answers.error(tenant, Answers.Target.of(client, request), e, null);
    }
  }

  /**
   * A request that moves on.
   *
   * @param begun the session that was begun for it
   * @param consentHere whether a first-party application's consent needs no hop
   * @param organization the one that a client which describes itself was let into
   */
  private record Step(
      Tenant tenant,
      Client client,
      AuthorizationRequest request,
      Browser browser,
      SessionStart.@Nullable Begun begun,
      boolean consentHere,
      @Nullable String organization) {
    Outcome.@Nullable SessionCookie cookie() {
      return begun == null ? null : begun.cookie();
    }
  }

  private Outcome signedIn(
      Tenant tenant,
      Client client,
      AuthorizationRequest asked,
      Interactions.Taken taken,
      Browser browser) {
    InteractionResult result = taken.interaction().result();
    if (result == null || result.userId() == null) {
      throw aborted(result);
    }
    SessionStart.Begun begun = start.of(tenant, client, taken, browser);
    AuthorizationRequest request = asked.signedIn();
    Step step = new Step(tenant, client, request, browser, begun, result.direct(), null);
    try {
      Demands.requireMeant(asked, result.userId());
      return proceed(step, start.situation(tenant, client, request, begun, taken));
    } catch (OAuthException e) {
      // Signed in all the same: the browser's former cookie is worth nothing now.
      start.write(begun);
      return answers.error(tenant, Answers.Target.of(client, request), e, begun.cookie());
    }
  }

  private Outcome consented(
      Tenant tenant,
      Client client,
      AuthorizationRequest asked,
      Interaction interaction,
      Browser browser) {
    InteractionResult result = interaction.result();
    if (result == null || !result.consented()) {
      throw aborted(result);
    }
    AuthorizationRequest request = asked.consented();
    String organization = client.describesItself() ? result.organization() : null;
    Situation situation =
        situations
            .of(tenant, client, request, browser.sessionSecret(), organization)
            .filter(Situation::admitted)
            .filter(found -> found.session().id().equals(interaction.sessionId()))
            .orElseThrow(() -> OAuthError.INVALID_REQUEST.because("session principal changed"));
    return issue(new Step(tenant, client, request, browser, null, true, organization), situation);
  }

  private static OAuthException aborted(@Nullable InteractionResult result) {
    return result != null && "access_denied".equals(result.error())
        ? OAuthError.ACCESS_DENIED.because("End-User refused to grant the request")
        : OAuthError.ACCESS_DENIED.because("End-User aborted interaction");
  }

  /** Signs in, asks for consent, or issues the code. */
  private Outcome proceed(Step step, Optional<Situation> found) {
    AuthorizationRequest request = step.request();
    Situation situation = found.filter(s -> !mustSignIn(step, s.session())).orElse(null);
    if (situation == null) {
      refuseIfSilent(request, OAuthError.LOGIN_REQUIRED, "End-User authentication is required");
      refuseIfTooWeak(step, found);
      return interact(
          step,
          found.map(s -> s.session().id()).orElse(null),
          Interaction.LOGIN,
          LoginPage.of(request),
          JsonCodec.object());
    }
    Consent missing = Consent.missing(request, situation);
    if (!situation.admitted()) {
      return refuse(step, situation, missing);
    }
    boolean mustConsent =
        !missing.isEmpty()
            || request.asks(Prompt.CONSENT)
            || !step.client().web()
            || request.authorizationDetails() != null;
    if (!mustConsent
        || (step.client().firstParty() && step.consentHere() && !request.asks(Prompt.NONE))) {
      return issue(step, situation);
    }
    refuseIfSilent(request, OAuthError.CONSENT_REQUIRED, "End-User consent is required");
    return toConsent(step, situation, missing.state());
  }

  /**
   * Access control shuts the person out: where nothing was granted before, the consent page says
   * so.
   */
  private Outcome refuse(Step step, Situation situation, Consent missing) {
    if (situation.grant() != null || step.request().asks(Prompt.NONE)) {
      throw OAuthError.ACCESS_DENIED.because("the person may not use this application");
    }
    return toConsent(step, situation, missing.state().put(ConsentStep.REFUSED, true));
  }

  private Outcome toConsent(Step step, Situation situation, ObjectNode state) {
    String page = "/consent?app_id=" + LoginPage.encode(step.request().clientId());
    return interact(step, situation.session().id(), Interaction.CONSENT, page, state);
  }

  private boolean mustSignIn(Step step, Session session) {
    boolean begun = step.begun() != null;
    AuthorizationRequest request = step.request();
    return Demands.mustSignIn(request, session, begun, clock.instant())
        || !begun
            && !request.asks(Prompt.NONE)
            && links.lead(step.tenant().id(), session, request.parameters());
  }

  private static void refuseIfSilent(
      AuthorizationRequest request, OAuthError error, String description) {
    if (request.asks(Prompt.NONE)) {
      throw error.because(description);
    }
  }

  /** Somebody who has just signed in cannot do better by signing in once more. */
  private static void refuseIfTooWeak(Step step, Optional<Situation> found) {
    if (step.begun() != null
        && found.filter(s -> Demands.tooWeak(step.request(), s.session())).isPresent()) {
      throw OAuthError.UNMET_AUTHENTICATION_REQUIREMENTS.because(
          "the sign-in is not as strong as the request demands");
    }
  }

  private Outcome interact(
      Step step, @Nullable String sessionId, String prompt, String page, ObjectNode state) {
    start.write(step.begun());
    Interaction begun =
        interactions.begin(
            step.tenant().id(),
            step.client().id(),
            sessionId,
            JsonCodec.mapper().valueToTree(step.request()),
            prompt,
            state);
    log.begun(step.tenant().id(), begun, step.request(), step.browser());
    return new Outcome.Interact(begun, page, step.cookie(), step.request().promptCredential());
  }

  private Outcome issue(Step step, Situation situation) {
    Issue issue = granted(step, situation);
    Map<String, String> answer = told(step, issue);
    requests.useUp(step.tenant(), step.request());
    SessionStart.Begun begun = step.begun();
    store.issue(
        step.tenant().id(),
        issue,
        begun == null ? null : begun.take(),
        begun == null || begun.newcomer());
    frontChannel.issued(step.tenant().id(), issue);
    String userId = issue.session().userId();
    limit.keep(step.tenant(), step.client(), userId, step.browser(), clock.instant());
    return answers.answer(
        step.tenant(),
        Answers.Target.of(step.client(), step.request()),
        answer,
        begun == null
            ? start.renewed(step.tenant(), step.client(), issue.session(), step.browser())
            : begun.cookie());
  }

  private Issue granted(Step step, Situation situation) {
    AuthorizationRequest request = step.request();
    Grant grant = Consent.missing(request, situation).grantedTo(situation.grant(), request);
    if (grant.scope().isEmpty() && grant.resources().isEmpty()) {
      throw OAuthError.ACCESS_DENIED.because("nothing was granted");
    }
    return new Issue(
        request,
        situation.session(),
        grant,
        grant.equals(situation.grant()),
        Issue.Described.of(step.client(), step.organization()),
        request.scopes(),
        Ids.token(),
        FrontChannel.accessToken(request.type()),
        clock.instant());
  }

  private Map<String, String> told(Step step, Issue issue) {
    Map<String, String> answer = new LinkedHashMap<>();
    if (issue.request().type().code()) {
      answer.put("code", issue.code());
    }
    if (issue.request().type().frontChannel()) {
      answer.putAll(frontChannel.answer(step.tenant(), step.client(), issue));
    }
    // Clients of the Logto convention expect no such parameter.
    String state = step.client().application().strictOidc() ? issue.sessionState() : null;
    if (state != null) {
      answer.put("session_state", state);
    }
    return answer;
  }
}
