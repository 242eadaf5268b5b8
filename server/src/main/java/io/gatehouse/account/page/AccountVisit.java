package io.gatehouse.account.page;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountError;
import io.gatehouse.account.gate.AccountScopes;
import io.gatehouse.account.proof.ProofError;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.branding.page.context.FormState;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.FormToken;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.platform.error.ErrorCode;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.user.User;
import io.gatehouse.user.bearer.Bearer;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A browser at one of the account centre's pages: who is signed in with it, and answers to it. */
@RequestScoped
public class AccountVisit {
  /** Holds what the person has proved. */
  private static final String PROOF = "_account_proof";

  /** Holds what the person is in the middle of. */
  private static final String UNDER_WAY = "_account_under_way";

  /** As long as proofs live. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private static final Scopes EVERYTHING =
      Scopes.parse(
          String.join(
              " ",
              "openid",
              AccountScopes.PROFILE,
              AccountScopes.EMAIL,
              AccountScopes.PHONE,
              AccountScopes.ADDRESS,
              AccountScopes.CUSTOM_DATA,
              AccountScopes.IDENTITIES,
              AccountScopes.SESSIONS));

  private final RoutingContext context;
  private final AccountCall call;
  private final AccountDoor door;
  private final ReturnTargets targets;
  private final Itinerary way;
  private String here = AccountStep.HOME;
  private @Nullable String secret;

  AccountVisit(RoutingContext context, AccountCall call, AccountDoor door, ReturnTargets targets) {
    this.context = context;
    this.call = call;
    this.door = door;
    this.targets = targets;
    this.way = Itinerary.of(context.request());
  }

  /**
   * Shows a page.
   *
   * @param path of the page
   * @param may what has to hold before anybody sees it, as before the API's operations
   */
  public Response show(String path, Consumer<AccountCall> may, Supplier<Page> page) {
    return answer(path, may, () -> page(page.get()));
  }

  /** The same where the answer may lead elsewhere. */
  public Response answer(String path, Consumer<AccountCall> may, Supplier<Response> step) {
    here = path;
    return answered(() -> enter().orElseGet(() -> permitted(may, step)));
  }

  /**
   * Takes a form.
   *
   * @param path of the page that it stands on
   * @param may what has to hold before anything of it is done
   */
  public Response take(String path, Consumer<AccountCall> may, Form form, Supplier<Response> step) {
    here = path;
    return answered(() ->
        enter()
            .orElseGet(() ->
                FormToken.matches(Objects.requireNonNull(secret), form.text("form_token"))
                    ? permitted(may, step)
                    : page(403, failure(Problem.of("form.expired")))));
  }

  /**
   * Takes the form of a task that is done with it.
   *
   * @param doing what the form asks for
   * @param again the page with what is to be mended
   */
  public Response take(
      String path,
      Consumer<AccountCall> may,
      Form form,
      Runnable doing,
      Function<Problems, Page> again) {
    return take(
        path,
        may,
        form,
        () ->
            trying(
                () -> {
                  doing.run();
                  return done();
                },
                again));
  }

  /** Whoever is signed in may. */
  public static void anybody(AccountCall call) {}

  private Response permitted(Consumer<AccountCall> may, Supplier<Response> step) {
    may.accept(call);
    return step.get();
  }

  /** Lets people in who are signed in, and sends others to sign in. */
  private Optional<Response> enter() {
    call.requireEnabled();
    String shown = cookie("_session");
    Optional<AccountDoor.SignedIn> signedIn = door.find(tenant(), shown);
    if (signedIn.isEmpty()) {
      return Optional.of(signIn());
    }
    secret = shown;
    AccountDoor.SignedIn found = signedIn.get();
    call.enter(
        new Bearer(found.person(), AccountDoor.APPLICATION, true, EVERYTHING, found.session().id()),
        cookie(PROOF),
        language().tag());
    String redirect = way.redirect();
    return redirect == null || targets.allow(tenant(), redirect)
        ? Optional.empty()
        : Optional.of(page(400, failure(Problem.of("form.return_unknown"))));
  }

  private Response signIn() {
    if (way.returned()) {
      // They come from signing in, and the session is not there: the browser keeps no cookies.
      return page(400, new Page.UnknownSession(tenant().url(AccountStep.HOME)));
    }
    return to(way.signIn(tenant(), here));
  }

  /** The call whose checks and rules are those of the Account API. */
  public AccountCall call() {
    return call;
  }

  public Tenant tenant() {
    return call.currentTenant();
  }

  /** Who is signed in. */
  public User person() {
    return call.bearer().person().user();
  }

  /** The same as a page shows them. */
  public Page.Person shownPerson() {
    User user = person();
    List<String> known =
        Stream.of(user.name(), user.username(), user.primaryEmail(), user.primaryPhone(), user.id())
            .filter(Objects::nonNull)
            .filter(text -> !text.isEmpty())
            .toList();
    String detail = known.size() > 2 ? known.get(1) : null;
    return new Page.Person(known.getFirst(), detail, user.avatar());
  }

  /** The language that the pages speak to the person. */
  Language language() {
    return door.language(context, tenant());
  }

  /** What the address says besides its path. */
  Itinerary way() {
    return way;
  }

  public Response page(Page page) {
    return page(200, page);
  }

  private Response page(int status, Page page) {
    String held = secret;
    FormState form =
        held == null
            ? FormState.NONE
            : new FormState(FormToken.of(held), way.query(here), here + way.unspoken(here));
    return door.render(context, tenant(), form, status, page);
  }

  /** On to another page of the account centre. */
  public Response go(String path) {
    return to(tenant().url(path) + way.query(path));
  }

  /** It is done: back to the application that asked for it, or to where the person reads that. */
  public Response done() {
    return doneThen(null);
  }

  /**
   * The same for what is not among what one signs in with.
   *
   * @param next where people go on who have read it
   */
  public Response doneThen(@Nullable String next) {
    String redirect = way.redirect();
    return redirect == null || way.showsSuccess()
        ? to(tenant().url(HomePage.DONE) + way.onward(HomePage.DONE, next))
        : to(redirect);
  }

  /** On to any address, by GET. */
  Response to(String address) {
    // RFC 9110 §15.4.4: 303 makes the browser GET what a form's answer is.
    return Response.seeOther(URI.create(address)).header("Cache-Control", "no-store").build();
  }

  /**
   * Runs a step of a form; where the person can mend what is wrong, the page comes again.
   *
   * @param again the page with what is to be said
   */
  public Response trying(Supplier<Response> step, Function<Problems, Page> again) {
    try {
      return step.get();
    } catch (ConnectorException failure) {
      return page(again.apply(Problems.general(Remarks.problem(failure))));
    } catch (RequestException refusal) {
      Problems problems = Remarks.orThrow(refusal);
      Page page = again.apply(problems);
      boolean lost = problems.fields().containsKey("identifier") && page.identifiers().isEmpty();
      return page(lost ? again.apply(Problems.general(Problem.of(refusal))) : page);
    }
  }

  /** Remembers what was proved, or is about to be. */
  void keepProof(String id) {
    keep(PROOF, id);
  }

  /** What was kept of it. */
  @Nullable String proof() {
    return cookie(PROOF);
  }

  /** Remembers what the person is in the middle of. */
  public void begin(String id) {
    keep(UNDER_WAY, id);
  }

  /** What that is. */
  public @Nullable String underWay() {
    return cookie(UNDER_WAY);
  }

  private @Nullable String cookie(String name) {
    Cookie cookie = context.request().getCookie(tenant().cookie(name));
    return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
  }

  private void keep(String name, String value) {
    context
        .response()
        .headers()
        .add(
            "Set-Cookie",
            tenant().cookie(name)
                + "="
                + value
                + "; path=/account; max-age="
                + KEPT.toSeconds()
                + "; samesite=lax; httponly"
                + (tenant().secure() ? "; secure" : ""));
  }

  private Response answered(Supplier<Response> step) {
    try {
      return step.get();
    } catch (ConnectorException failure) {
      return page(200, failure(Remarks.problem(failure)));
    } catch (RequestException refusal) {
      return refused(refusal);
    }
  }

  private Response refused(RequestException refusal) {
    ErrorCode code = refusal.code();
    if (code == ProofError.PERMISSION_DENIED) {
      return to(tenant().url(ProofPage.PATH) + way.onward(ProofPage.PATH, here));
    }
    if (code == AccountError.NOT_ENABLED) {
      return page(404, new Page.Failure(Problem.of(refusal), null));
    }
    int status =
        code == AccountError.FIELD_NOT_ENABLED
            ? 404
            : code == AccountError.FIELD_NOT_EDITABLE ? 403 : refusal.status();
    return page(status, failure(Problem.of(refusal)));
  }

  private Page failure(Problem problem) {
    return new Page.Failure(problem, tenant().url(AccountStep.HOME));
  }
}
