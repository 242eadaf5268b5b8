package io.gatehouse.signin.social;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord.EnterpriseSso;
import io.gatehouse.interaction.step.VerificationRecord.Social;
import io.gatehouse.interaction.step.social.SocialStep;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.signin.TripState;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import io.gatehouse.signin.sso.SsoArrival;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Back from a social provider, or from an enterprise's. */
@Path("/callback/{connectorId}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class CallbackPage {
  /** Refusals after which the person can choose another way. */
  private static final Set<String> HERE =
      Set.of(
          StepError.SOCIAL_IDENTITY_NOT_FOUND.code(),
          StepError.SSO_IDENTITY_NOT_FOUND.code(),
          StepError.SSO_ENABLED.code(),
          StepError.CONNECTOR_SESSION_NOT_FOUND.code());

  private final Visit visit;
  private final SocialStep social;
  private final Arrivals arrivals;
  private final Beginning beginning;
  private final VisitLog log;

  CallbackPage(
      Visit visit, SocialStep social, Arrivals arrivals, Beginning beginning, VisitLog log) {
    this.log = log;
    this.visit = visit;
    this.social = social;
    this.arrivals = arrivals;
    this.beginning = beginning;
  }

  /** What becomes of whoever comes back. */
  @Singleton
  record Arrivals(Arrival social, SsoArrival enterprise) {}

  @GET
  public Response arrive(@PathParam("connectorId") String connectorId) {
    ObjectNode data = JsonCodec.object();
    Query.of(visit.request())
        .parameters()
        .forEach(pair -> data.put(pair.name(), pair.value().replace("\0", "")));
    String state = data.path("state").asText("");
    return visit.showFor(
        TripState.application(state), journey -> arrived(journey, connectorId, state, data));
  }

  /** A provider that posts its answer: the browser brings it along by GET, with its cookies. */
  @POST
  public Response posted(@PathParam("connectorId") String connectorId, Form fields) {
    String query =
        fields.fields().properties().stream()
            .filter(field -> field.getValue().isTextual())
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue().asText()))
            .collect(Collectors.joining("&", "?", ""));
    return visit.to(visit.tenant().url("/callback/" + encode(connectorId)) + query);
  }

  private Response arrived(Journey journey, String connectorId, String state, ObjectNode data) {
    String expected = journey.state().memory().social();
    // RFC 6749 §10.12: the redirection endpoint must be protected against forged requests.
    if (expected == null || !Digests.equal(expected, state)) {
      return again(Problem.of(StepError.CONNECTOR_SESSION_NOT_FOUND.code()));
    }
    data.put("redirectUri", visit.tenant().url("/callback/" + connectorId));
    try {
      return completed(journey, connectorId, data);
    } catch (ConnectorException failure) {
      return again(Remarks.problem(failure));
    } catch (RequestException refusal) {
      if (HERE.contains(refusal.code().code())) {
        return again(Problem.of(refusal));
      }
      throw refusal;
    }
  }

  private Response completed(Journey journey, String connectorId, ObjectNode data) {
    Optional<EnterpriseSso> enterprise =
        journey
            .state()
            .record(EnterpriseSso.class)
            .filter(each -> each.connectorId().equals(connectorId));
    if (enterprise.isPresent()) {
      return arrivals.enterprise().go(visit, journey, enterprise.get(), data);
    }
    Social record =
        journey
            .state()
            .record(Social.class)
            .orElseThrow(StepError.CONNECTOR_SESSION_NOT_FOUND::exception);
    SocialStep.Taken taken = social.take(journey, connectorId, record.id());
    InteractionState emptied = taken.state().with(taken.state().memory().withSocial(null));
    Journey kept = visit.save(journey, emptied);
    InteractionState proved =
        log.of(kept, "Verification.Social.Submit", () -> social.complete(kept, taken, data));
    InteractionState forgotten = proved.with(proved.memory().withSocial(null));
    return arrivals.social().go(visit, kept.with(forgotten));
  }

  private Response again(Problem problem) {
    return beginning.page(visit, Problems.general(problem));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
