package io.gatehouse.signin;

import io.gatehouse.application.Application;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.captcha.CaptchaWidget;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.context.FormState;
import io.gatehouse.branding.page.context.PageContexts;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.enterprise.saml.ArrivalCookie;
import io.gatehouse.interaction.CurrentInteraction;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.InteractionError;
import io.gatehouse.interaction.Interactions;
import io.gatehouse.interaction.OneTapCookie;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.FormToken;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PageMemory;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.SignInUser;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A browser at one of the hosted pages: its interaction, and answers to it. */
@RequestScoped
public class Visit {
  private final RoutingContext context;
  private final HttpServerRequest request;
  private final Reception reception;
  private final Tenant tenant;
  private @Nullable Interaction interaction;
  private @Nullable SignInExperience experience;

  Visit(RoutingContext context, Reception reception) {
    this.context = context;
    this.request = context.request();
    this.reception = reception;
    this.tenant = reception.tenants().resolve(context.request());
  }

  public Tenant tenant() {
    return tenant;
  }

  public HttpServerRequest request() {
    return request;
  }

  /** Whether whoever asks reads pages, and not only what programs read. */
  public boolean readsPages() {
    String accepted = request.getHeader("Accept");
    return accepted != null && accepted.contains("text/html");
  }

  /** Where the request comes from; null when that cannot be known. */
  public @Nullable String address() {
    SocketAddress remote = request.remoteAddress();
    return remote == null ? null : remote.hostAddress();
  }

  /**
   * The same settings for all of the visit: what is asked of the person depends on what these made
   * it read of them.
   */
  public SignInExperience experience() {
    SignInExperience known = experience;
    if (known == null) {
      known = reception.experiences().of(tenant.id());
      experience = known;
    }
    return known;
  }

  /** What the pages of this visit are drawn from. */
  public Scene scene() {
    return new Scene(tenant.id(), experience(), language());
  }

  public Optional<Application> application() {
    return interaction == null
        ? Optional.empty()
        : reception.applications().find(tenant.id(), interaction.applicationId());
  }

  public Interaction interaction() {
    return Objects.requireNonNull(interaction);
  }

  /** Shows a page of an interaction under way; without one, that it is over. */
  public Response show(Function<Journey, Response> page) {
    Response refusal = enter();
    return refusal != null ? refusal : answered(() -> page.apply(journey()));
  }

  /** The same for the interaction of an application that the request itself does not name. */
  public Response showFor(@Nullable String application, Function<Journey, Response> page) {
    Response refusal = entered(reception.current().find(tenant, request, application).orElse(null));
    return refusal != null ? refusal : answered(() -> page.apply(journey()));
  }

  /** Takes a form of an interaction under way. */
  public Response take(Form form, Function<Form, Response> step) {
    return taken(enter(), form, step);
  }

  /**
   * The same for a form that may name a person, who is read together with the interaction.
   *
   * @param named as far as can be told without the interaction
   * @param step is given who that is, or somebody else, should another identifier be meant
   */
  public Response take(
      Form form,
      @Nullable Identifier named,
      BiFunction<Form, Function<Identifier, Optional<SignInUser>>, Response> step) {
    if (named == null) {
      return take(form, sent -> step.apply(sent, this::person));
    }
    Optional<Interactions.Met> met =
        reception.current().find(tenant, request, named, experience().regardsFactors());
    return taken(
        entered(met.map(Interactions.Met::interaction).orElse(null)),
        form,
        sent ->
            step.apply(
                sent, meant -> meant.equals(named) ? met.orElseThrow().person() : person(meant)));
  }

  private Optional<SignInUser> person(Identifier identifier) {
    return reception.users().forSignIn(tenant.id(), identifier);
  }

  private Response taken(@Nullable Response refusal, Form form, Function<Form, Response> step) {
    if (refusal != null) {
      return refusal;
    }
    if (!FormToken.matches(interaction().id(), form.text("form_token"))) {
      return page(new Page.Failure(Problem.of("form.expired"), null));
    }
    return answered(() -> step.apply(form));
  }

  /** The journey so far; a sign-in when nothing has been done yet. */
  public Journey journey() {
    return journey(
        InteractionState.of(interaction())
            .orElseGet(() -> InteractionState.begin(InteractionEvent.SIGN_IN)));
  }

  public Journey journey(InteractionState state) {
    return new Journey(
        tenant, interaction(), state, experience(), reception.visitors().of(request));
  }

  /** Writes what a step has answered. */
  public Journey save(Journey journey, InteractionState state) {
    Interaction saved =
        reception.interactions().save(tenant.id(), journey.interaction(), state.json());
    interaction = saved;
    return journey.with(state).with(saved);
  }

  /** Keeps what was typed for the pages that the person may try next. */
  public void remember(Identifier typed) {
    Journey journey = journey();
    PageMemory memory = journey.state().memory();
    if (!typed.value().equals(memory.identifier())) {
      try {
        save(journey, journey.state().with(memory.withIdentifier(typed.value())));
      } catch (RequestException changed) {
        if (changed.code() != InteractionError.CHANGED_MEANWHILE) {
          throw changed;
        }
        // Another window was faster, and what it keeps is as good.
      }
    }
  }

  /** A page, in the tenant's looks and the reader's language. */
  public Response page(Page page) {
    FormState form =
        interaction == null
            ? FormState.NONE
            : new FormState(FormToken.of(interaction.id()), query(), shown(), captcha(page));
    return reception.render(context, reader(), form, page);
  }

  /** The same of a page beside the sign-in, which leads back to one that is under way. */
  public Response pageAside(Page page) {
    interaction =
        reception
            .current()
            .find(tenant, request)
            .filter(found -> found.result() == null)
            .orElse(null);
    return page(page);
  }

  /** What asks for a captcha on the page, unless one was solved already. */
  private @Nullable CaptchaWidget captcha(Page page) {
    if (!isForPeople(page)) {
      return null;
    }
    CaptchaWidget widget = reception.captchas().widget(tenant.id()).orElse(null);
    return widget == null || HumanTicket.held(journey()) ? null : widget;
  }

  /** Whether the page's form tries a password, sends a code or makes an account. */
  private static boolean isForPeople(Page page) {
    return page instanceof Page.Entrance entrance && !entrance.identifiers().isEmpty()
        || page instanceof Page.Password
        || page instanceof Page.ForgotPassword;
  }

  /** The language that pages speak to this person. */
  public Language language() {
    return reception.language(context, reader());
  }

  /** Whether the application has sent the person here with a one-time token. */
  public boolean bringsToken() {
    return request.getParam("one_time_token") != null;
  }

  /** What a provider's prompt at the application's site has handed over; it counts once. */
  public @Nullable String takePromptCredential() {
    Cookie cookie = request.getCookie(tenant.cookie(OneTapCookie.NAME));
    String credential = OneTapCookie.credential(cookie == null ? null : cookie.getValue());
    if (credential != null) {
      setCookie(OneTapCookie.cleared(tenant));
    }
    return credential;
  }

  /** What shows that the person has come from their enterprise's provider; it counts once. */
  public @Nullable String takeArrival() {
    Cookie cookie = request.getCookie(tenant.cookie(ArrivalCookie.NAME));
    if (cookie == null) {
      return null;
    }
    setCookie(ArrivalCookie.cleared(tenant));
    return cookie.getValue();
  }

  /** Adds a cookie to the answer, as its header says it. */
  public void setCookie(String header) {
    context.response().headers().add("Set-Cookie", header);
  }

  /** On to another page of ours. */
  public Response go(String path) {
    return to(tenant.url(path) + query());
  }

  /** Back to the authorization endpoint, which goes on from how the interaction ended. */
  public Response resume() {
    return to(tenant.url("/oidc/auth/" + interaction().id()));
  }

  /** On to any address, by GET. */
  public Response to(String address) {
    // RFC 9110 §15.4.4: 303 makes the browser GET what a form's answer is.
    return Response.seeOther(URI.create(address)).header("Cache-Control", "no-store").build();
  }

  private @Nullable Response enter() {
    return entered(reception.current().find(tenant, request).orElse(null));
  }

  private @Nullable Response entered(@Nullable Interaction found) {
    interaction = found;
    if (found == null) {
      return Response.status(Response.Status.FOUND).location(URI.create(beginning())).build();
    }
    if (found.result() != null) {
      return resume();
    }
    return null;
  }

  /**
   * Where somebody goes on whose sign-in is over, or was never there, as with a bookmark: to the
   * application, if it begins another, or else to where the tenant says.
   */
  private String beginning() {
    String begun = sentByOthers() ? null : applicationsBeginning();
    String elsewhere = begun == null ? experience().unknownSessionRedirectUrl() : begun;
    return elsewhere == null ? tenant.url("/unknown-session") : elsewhere;
  }

  private @Nullable String applicationsBeginning() {
    String application = CurrentInteraction.application(request);
    return application == null || application.indexOf('\0') >= 0
        ? null
        : reception.protocols().of(tenant.id(), application).beginningWith(tenant.issuer());
  }

  /**
   * Whether another site has just sent the browser here. Where that keeps no cookies, the
   * application would send it here again and again.
   */
  private boolean sentByOthers() {
    String sender = request.getHeader("Sec-Fetch-Site");
    return "cross-site".equals(sender) || "same-site".equals(sender);
  }

  private Response answered(Supplier<Response> step) {
    try {
      return step.get();
    } catch (ConnectorException failure) {
      return page(new Page.Failure(Remarks.problem(failure), null));
    } catch (RequestException refusal) {
      if (refusal.code() == InteractionError.CHANGED_MEANWHILE) {
        return afterDoubleSubmit();
      }
      return switch (refusal.code().code()) {
        case "user.suspended" -> page(new Page.AccountSuspended());
        default -> page(new Page.Failure(Problem.of(refusal), null));
      };
    }
  }

  /** The same form came twice and the other one was faster: go where it has led. */
  private Response afterDoubleSubmit() {
    Response refusal = enter();
    return refusal != null ? refusal : to(tenant.url(shown()));
  }

  /** Where a browser finds the page again that it is at: some paths only take forms. */
  private String shown() {
    String path = request.path();
    boolean beside = path.matches("/social(/prompt)?|/callback/.*");
    return (beside ? "/sign-in" : path.replaceFirst("/(re)?send$|/skip$", "")) + query();
  }

  private PageContexts.Reader reader() {
    return new PageContexts.Reader(
        tenant,
        application().orElse(null),
        interaction == null ? null : interaction.parameter("organization_id"),
        interaction == null ? null : interaction.parameter("ui_locales"));
  }

  private String query() {
    return interaction == null
        ? ""
        : "?app_id=" + URLEncoder.encode(interaction.applicationId(), StandardCharsets.UTF_8);
  }
}
