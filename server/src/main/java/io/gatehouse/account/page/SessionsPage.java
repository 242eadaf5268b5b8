package io.gatehouse.account.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.Part;
import io.gatehouse.account.security.OwnDevices;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one is signed in, which browsers one trusts, and which applications of others have access;
 * all of it can be ended.
 */
@Path(SessionsPage.PATH)
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
class SessionsPage {
  static final String PATH = AccountStep.HOME + "/sessions";

  private final AccountVisit visit;
  private final UserSessions sessions;
  private final OwnDevices devices;

  SessionsPage(AccountVisit visit, UserSessions sessions, OwnDevices devices) {
    this.visit = visit;
    this.sessions = sessions;
    this.devices = devices;
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

  /** Has a browser asked for the second step again, which gives nothing up. */
  @POST
  @Path("/devices/{id}/remove")
  public Response remove(@PathParam("id") String id, Form form) {
    return visit.take(
        PATH,
        call -> call.gate().proved().edits(Part.TRUSTED_DEVICE),
        form,
        () -> {
          devices.remove(visit.call(), id);
          return visit.go(PATH);
        });
  }

  private static void mayRead(AccountCall call) {
    call.gate()
        .proved()
        .shows(call.isShown(Part.TRUSTED_DEVICE) ? Part.TRUSTED_DEVICE : Part.SESSION);
  }

  private static void mayEnd(AccountCall call) {
    call.gate().proved().edits(Part.SESSION);
  }

  private Response removal(Thing thing, Words subject, String path) {
    return visit.page(new AccountStep.Removal(thing, subject, path, PATH, Problems.NONE));
  }

  private Page page() {
    AccountCall call = visit.call();
    boolean shown = call.isShown(Part.SESSION);
    return new AccountStep.Sessions(
        shown ? browsers().toList() : List.of(),
        new AccountStep.Devices(
            call.isShown(Part.TRUSTED_DEVICE) ? trusted(call) : List.of(),
            call.isEditable(Part.TRUSTED_DEVICE)),
        shown ? grants().toList() : List.of(),
        call.isEditable(Part.SESSION));
  }

  private List<AccountStep.Device> trusted(AccountCall call) {
    return devices.all(call).stream()
        .map(own ->
            new AccountStep.Device(
                own.device().id(),
                name(own.device().userAgent()),
                own.device().expiresAt(),
                own.isCurrent()))
        .toList();
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
    String id = session.payload().path("uid").asText();
    return new Browser(
        id,
        name(told(submission, "userAgent")),
        told(submission, "ip"),
        Instant.ofEpochSecond(session.payload().path("loginTs").asLong()),
        id.equals(visit.call().bearer().sessionId()));
  }

  private static Words name(@Nullable String agent) {
    String name = agent == null ? null : UserAgents.named(agent);
    return name == null ? Words.phrase("account.sessions.unknown") : new Words.Text(name);
  }

  private static @Nullable String told(@Nullable JsonNode submission, String what) {
    return submission == null ? null : submission.path("signInContext").path(what).textValue();
  }
}
