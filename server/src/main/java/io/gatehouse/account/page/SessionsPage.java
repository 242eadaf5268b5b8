package io.gatehouse.account.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.Part;
import io.gatehouse.audit.log.UserAgents;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.branding.page.AccountStep.Browser;
import io.gatehouse.branding.page.AccountStep.Granted;
import io.gatehouse.branding.page.AccountStep.Thing;
import io.gatehouse.branding.page.AccountStep.Words;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.session.RevokedGrants;
import io.gatehouse.session.list.AppType;
import io.gatehouse.session.list.ListedSession;
import io.gatehouse.session.list.UserSessions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where one is signed in, and which applications of others have access; both can be ended. */
@Path(SessionsPage.PATH)
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
class SessionsPage {
  static final String PATH = AccountStep.HOME + "/sessions";

  private final AccountVisit visit;
  private final UserSessions sessions;

  SessionsPage(AccountVisit visit, UserSessions sessions) {
    this.visit = visit;
    this.sessions = sessions;
  }

  @GET
  public Response show() {
    return visit.show(PATH, SessionsPage::mayRead, this::page);
  }

  @GET
  @Path("/{id}/end")
  public Response askToEnd(@PathParam("id") String id) {
    return visit.answer(
        Browser.endPath(id),
        SessionsPage::mayEnd,
        () ->
            browser(id)
                .map(each -> removal(Thing.BROWSER, each.name(), each.endPath()))
                .orElseGet(() -> visit.go(PATH)));
  }

  /** Signs out of a browser; applications of the house lose what they were granted in it. */
  @POST
  @Path("/{id}/end")
  public Response end(@PathParam("id") String id, Form form) {
    return visit.take(
        Browser.endPath(id),
        SessionsPage::mayEnd,
        form,
        () -> {
          browser(id).ifPresent(this::end);
          return visit.go(PATH);
        });
  }

  private void end(Browser browser) {
    AccountCall call = visit.call();
    sessions.end(
        call.tenant(),
        call.actor(),
        call.userId(),
        browser.id(),
        Optional.of(RevokedGrants.FIRST_PARTY));
  }

  @GET
  @Path("/grants/{id}/revoke")
  public Response askToRevoke(@PathParam("id") String id) {
    return visit.answer(
        Granted.revokePath(id),
        SessionsPage::mayEnd,
        () ->
            grant(id)
                .map(each -> removal(Thing.GRANT, new Words.Text(each.name()), each.revokePath()))
                .orElseGet(() -> visit.go(PATH)));
  }

  @POST
  @Path("/grants/{id}/revoke")
  public Response revoke(@PathParam("id") String id, Form form) {
    return visit.take(
        Granted.revokePath(id),
        SessionsPage::mayEnd,
        form,
        () -> {
          grant(id).ifPresent(this::revoke);
          return visit.go(PATH);
        });
  }

  private void revoke(Granted grant) {
    AccountCall call = visit.call();
    sessions.revoke(call.tenant(), call.actor(), call.userId(), grant.id());
  }

  private static void mayRead(AccountCall call) {
    call.gate().proved().shows(Part.SESSION);
  }

  private static void mayEnd(AccountCall call) {
    call.gate().proved().edits(Part.SESSION);
  }

  private Response removal(Thing thing, Words subject, String path) {
    return visit.page(new AccountStep.Removal(thing, subject, path, PATH, Problems.NONE));
  }

  private Page page() {
    return new AccountStep.Sessions(
        browsers().toList(), grants().toList(), visit.call().isEditable(Part.SESSION));
  }

  private Stream<Browser> browsers() {
    AccountCall call = visit.call();
    return sessions.list(call.tenant(), call.userId()).stream().map(this::browser);
  }

  /** One that the person is signed in with; it may have been ended in the meantime. */
  private Optional<Browser> browser(String id) {
    return browsers().filter(each -> each.id().equals(id)).findFirst();
  }

  private Optional<Granted> grant(String id) {
    return grants().filter(each -> each.id().equals(id)).findFirst();
  }

  private Stream<Granted> grants() {
    AccountCall call = visit.call();
    return sessions.grants(call.tenant(), call.userId(), Optional.of(AppType.THIRD_PARTY)).stream()
        .map(grant -> new Granted(grant.id(), grant.application().name(), grant.expiresAt()));
  }

  private Browser browser(ListedSession session) {
    JsonNode submission = session.lastSubmission();
    String agent = told(submission, "userAgent");
    String name = agent == null ? null : UserAgents.named(agent);
    String id = session.payload().path("uid").asText();
    return new Browser(
        id,
        name == null ? Words.phrase("account.sessions.unknown") : new Words.Text(name),
        told(submission, "ip"),
        Instant.ofEpochSecond(session.payload().path("loginTs").asLong()),
        id.equals(visit.call().bearer().sessionId()));
  }

  private static @Nullable String told(@Nullable JsonNode submission, String what) {
    return submission == null ? null : submission.path("signInContext").path(what).textValue();
  }
}
