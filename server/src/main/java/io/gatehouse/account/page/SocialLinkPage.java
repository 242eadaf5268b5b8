package io.gatehouse.account.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.Part;
import io.gatehouse.account.profile.OwnIdentities;
import io.gatehouse.account.verification.OwnTrips;
import io.gatehouse.account.verification.VerificationInputs;
import io.gatehouse.branding.ConnectorKinds;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.branding.page.AccountStep.Linking;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.branding.page.SocialButton;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.User;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Link an account at a social provider, another one, or none any more. */
@Path("/account")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
class SocialLinkPage {
  private static final String PATH = AccountStep.HOME + "/social/";
  private static final String CALLBACK = AccountStep.HOME + "/callback/social/";

  private final AccountVisit visit;
  private final OwnTrips trips;
  private final OwnIdentities identities;
  private final ConnectorKinds connectors;

  SocialLinkPage(
      AccountVisit visit, OwnTrips trips, OwnIdentities identities, ConnectorKinds connectors) {
    this.visit = visit;
    this.trips = trips;
    this.identities = identities;
    this.connectors = connectors;
  }

  @GET
  @Path("/social/{id}")
  public Response show(@PathParam("id") String id) {
    return visit.show(path(id), SocialLinkPage::mayLink, () -> page(connector(id), Problems.NONE));
  }

  @GET
  @Path("/social/{id}/change")
  public Response showChange(@PathParam("id") String id) {
    return show(id);
  }

  /** Off to the provider, for an account there. */
  @POST
  @Path("/social/{id}")
  public Response link(@PathParam("id") String id, Form form) {
    return visit.take(
        path(id),
        SocialLinkPage::mayLink,
        form,
        () -> {
          ConnectorKinds.Social social = connector(id);
          return visit.trying(() -> departed(social), problems -> page(social, problems));
        });
  }

  /** The same for another account there. */
  @POST
  @Path("/social/{id}/change")
  public Response change(@PathParam("id") String id, Form form) {
    return link(id, form);
  }

  private Response departed(ConnectorKinds.Social social) {
    String state = Ids.token();
    OwnTrips.Departed departed =
        trips.depart(
            visit.call(),
            new VerificationInputs.Departure(
                social.id(), state, visit.tenant().url(CALLBACK + social.id()), null));
    visit.begin(new Trip(departed.proof().id(), state, visit.way().query(PATH)).toString());
    return visit.to(departed.address().toString());
  }

  /**
   * What the browser remembers of somebody who is at a provider.
   *
   * @param query what follows the paths of the pages
   */
  private record Trip(String proof, String state, String query) {
    static @Nullable Trip of(@Nullable String kept) {
      String[] parts = kept == null ? new String[0] : kept.split("\\.", 3);
      return parts.length < 3
          ? null
          : new Trip(parts[0], parts[1], URLDecoder.decode(parts[2], UTF_8));
    }

    @Override
    public String toString() {
      return proof + "." + state + "." + URLEncoder.encode(query, UTF_8);
    }
  }

  @GET
  @Path("/callback/social/{id}")
  public Response arrive(@PathParam("id") String id, @Context HttpServerRequest request) {
    ObjectNode data = JsonCodec.object();
    Query.of(request)
        .parameters()
        .forEach(pair -> data.put(pair.name(), pair.value().replace("\0", "")));
    return visit.answer(
        path(id),
        SocialLinkPage::mayLink,
        () -> {
          ConnectorKinds.Social social = connector(id);
          return visit.trying(() -> arrived(social, data), problems -> page(social, problems));
        });
  }

  /** A provider that posts its answer: the browser brings it along by GET, with its cookies. */
  @POST
  @Path("/callback/social/{id}")
  public Response posted(@PathParam("id") String id, Form fields) {
    String query =
        fields.fields().properties().stream()
            .filter(field -> field.getValue().isTextual())
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue().asText()))
            .collect(Collectors.joining("&", "?", ""));
    return visit.to(visit.tenant().url(CALLBACK + encoded(id)) + query);
  }

  /** Whatever is wrong, the person can set out again. */
  private Response arrived(ConnectorKinds.Social social, ObjectNode data) {
    try {
      return complete(social, data);
    } catch (RequestException refusal) {
      return visit.page(page(social, Problems.general(Problem.of(refusal))));
    }
  }

  private Response complete(ConnectorKinds.Social social, ObjectNode data) {
    Trip trip = Trip.of(visit.underWay());
    // RFC 6749 §10.12: the redirection endpoint must be protected against forged requests.
    if (trip == null || !Digests.equal(trip.state(), data.path("state").asText(""))) {
      throw StepError.CONNECTOR_SESSION_NOT_FOUND.exception();
    }
    data.put("redirectUri", visit.tenant().url(CALLBACK + social.id()));
    trips.arrive(visit.call(), new VerificationInputs.Arrival(trip.proof(), data));
    identities.link(visit.call(), trip.proof(), true);
    return visit.to(visit.tenant().url(PATH + social.id() + "/linked") + trip.query());
  }

  /** Back where the person began, after the way by the provider. */
  @GET
  @Path("/social/{id}/linked")
  public Response linked(@PathParam("id") String id) {
    return visit.answer(path(id), AccountVisit::anybody, visit::done);
  }

  @GET
  @Path("/social/{id}/remove")
  public Response askToRemove(@PathParam("id") String id) {
    return visit.answer(
        path(id) + "/remove",
        SocialLinkPage::mayLink,
        () ->
            visit.person().identities().containsKey(target(id))
                ? visit.page(removal(id, Problems.NONE))
                : visit.go(SecurityPage.PATH));
  }

  @POST
  @Path("/social/{id}/remove")
  public Response remove(@PathParam("id") String id, Form form) {
    return visit.take(
        path(id) + "/remove",
        SocialLinkPage::mayLink,
        form,
        () -> identities.unlink(visit.call(), target(id)),
        problems -> removal(id, problems));
  }

  private static void mayLink(AccountCall call) {
    call.gate().edits(Part.SOCIAL).provedWherePossible();
  }

  /** The connector of this id or target. */
  private ConnectorKinds.Social connector(String id) {
    return find(id).orElseThrow(EntityError.NOT_FOUND::exception);
  }

  private Optional<ConnectorKinds.Social> find(String id) {
    return connectors.of(visit.call().tenant()).social().stream()
        .filter(each -> each.id().equals(id) || each.target().equals(id))
        .findFirst();
  }

  /** What is kept of an account outlives its connector, and is found by its target then. */
  private String target(String id) {
    return find(id).map(ConnectorKinds.Social::target).orElse(id);
  }

  private Page page(ConnectorKinds.Social social, Problems problems) {
    User.Identity identity = visit.person().identities().get(social.target());
    return new AccountStep.Social(
        new SocialButton(
            social.id(), social.name(visit.language()), social.logo(), social.darkLogo()),
        PATH + social.id(),
        identity == null ? Linking.LINK : Linking.CHANGE,
        identity == null ? null : known(identity),
        problems);
  }

  private Page removal(String id, Problems problems) {
    String name = connectors.name(visit.call().tenant(), target(id), visit.language());
    return new AccountStep.Removal(
        AccountStep.Thing.IDENTITY,
        new AccountStep.Words.Text(name),
        path(id) + "/remove",
        SecurityPage.PATH,
        problems);
  }

  private static String path(String id) {
    return PATH + encoded(id);
  }

  /** Who one is at a provider, as far as it has told. */
  static @Nullable String known(User.Identity identity) {
    ObjectNode details = identity.details();
    return details == null
        ? null
        : Stream.of("email", "name", "phone")
            .map(member -> details.path(member).textValue())
            .filter(text -> text != null && !text.isEmpty())
            .findFirst()
            .orElse(null);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
