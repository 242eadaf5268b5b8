package io.gatehouse.signin.social;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.ConnectorKinds;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.branding.page.SocialButton;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.VerificationRecord.Code;
import io.gatehouse.interaction.step.VerificationRecord.Social;
import io.gatehouse.interaction.step.social.SocialIdentification;
import io.gatehouse.interaction.step.social.SocialIdentification.Related;
import io.gatehouse.signin.LoggedCodes;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.identify.FirstStep;
import io.gatehouse.user.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** A newcomer whose address belongs to an account: join it, or make another. */
@Path("/social/link/{connectorId}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class LinkAccountPage {
  private final Visit visit;
  private final Arrival arrival;
  private final SocialIdentification social;
  private final ConnectorKinds connectors;

  LinkAccountPage(
      Visit visit, Arrival arrival, SocialIdentification social, ConnectorKinds connectors) {
    this.visit = visit;
    this.arrival = arrival;
    this.social = social;
    this.connectors = connectors;
  }

  @GET
  public Response show(@PathParam("connectorId") String connectorId) {
    return visit.show(journey -> {
      Optional<Social> record = record(journey, connectorId);
      ObjectNode info = record.map(Social::socialUserInfo).orElse(null);
      Optional<Identifier> known =
          info == null
              ? Optional.empty()
              : proof(journey)
                  .map(Code::identifier)
                  .or(() -> social.related(journey, info).map(Related::identifier));
      return info == null || known.isEmpty()
          ? visit.go("/sign-in")
          : visit.page(page(journey, connectorId, info, known.get().value()));
    });
  }

  @POST
  public Response decide(@PathParam("connectorId") String connectorId, Form fields) {
    return visit.take(fields, form -> decided(connectorId, form));
  }

  private Response decided(String connectorId, Form form) {
    Journey journey = visit.journey();
    Optional<Social> record = record(journey, connectorId);
    if (record.isEmpty()) {
      return visit.go("/sign-in");
    }
    boolean create = form.text("do").equals("create") && journey.experience().registers();
    if (create) {
      return arrival.create(visit, journey, record.get());
    }
    return proof(journey)
        .map(code -> arrival.join(visit, journey, record.get(), code))
        .orElseGet(() -> arrival.link(visit, journey, record.get()));
  }

  /** That the account's address is the person's own, where the provider has not told it. */
  private static Optional<Code> proof(Journey journey) {
    return LoggedCodes.underWay(journey.state()).filter(Code::verified);
  }

  private Page page(Journey journey, String connectorId, ObjectNode info, String known) {
    SocialButton button =
        connectors.of(journey.tenantId()).social().stream()
            .filter(each -> each.id().equals(connectorId))
            .findFirst()
            .map(each -> FirstStep.button(each, visit.language()))
            .orElseGet(() -> new SocialButton(connectorId, connectorId, null, null));
    String name = info.path("name").asText(known);
    return new Page.LinkAccount(
        button,
        new Page.Person(name, name.equals(known) ? null : known, info.path("avatar").textValue()),
        known,
        journey.experience().registers(),
        Problems.NONE);
  }

  private static Optional<Social> record(Journey journey, String connectorId) {
    return journey
        .state()
        .record(Social.class)
        .filter(VerificationRecord::verified)
        .filter(each -> each.connectorId().equals(connectorId));
  }
}
