package io.gatehouse.account.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.Part;
import io.gatehouse.audit.log.UserAgents;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.branding.page.AccountStep.Words;
import io.gatehouse.branding.page.Page;
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
    return visit.show(
        PATH,
        () -> {
          visit.call().gate().proved().shows(Part.SESSION);
          return visit.page(page());
        });
  }

  /** Signs out of a browser; applications of the house lose what they were granted in it. */
  @POST
  @Path("/{id}/end")
  public Response end(@PathParam("id") String id, Form fields) {
    return visit.take(
        PATH,
        fields,
        form -> {
          AccountCall call = mayEnd();
          sessions.end(
              call.tenant(),
              call.actor(),
              call.userId(),
              id,
              Optional.of(RevokedGrants.FIRST_PARTY));
          return visit.go(PATH);
        });
  }

  @POST
  @Path("/grants/{id}/revoke")
  public Response revoke(@PathParam("id") String id, Form fields) {
    return visit.take(
        PATH,
        fields,
        form -> {
          AccountCall call = mayEnd();
          sessions.revoke(call.tenant(), call.actor(), call.userId(), id);
          return visit.go(PATH);
        });
  }

  private AccountCall mayEnd() {
    visit.call().gate().proved().edits(Part.SESSION);
    return visit.call();
  }

  private Page page() {
    AccountCall call = visit.call();
    return new AccountStep.Sessions(
        sessions.list(call.tenant(), call.userId()).stream().map(this::browser).toList(),
        sessions.grants(call.tenant(), call.userId(), Optional.of(AppType.THIRD_PARTY)).stream()
            .map(grant ->
                new AccountStep.Granted(grant.id(), grant.application().name(), grant.expiresAt()))
            .toList(),
        call.isEditable(Part.SESSION));
  }

  private AccountStep.Browser browser(ListedSession session) {
    JsonNode submission = session.lastSubmission();
    String agent = told(submission, "userAgent");
    String name = agent == null ? null : UserAgents.named(agent);
    String id = session.payload().path("uid").asText();
    return new AccountStep.Browser(
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
