package io.gatehouse.signin.sso;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.branding.page.SocialButton;
import io.gatehouse.enterprise.SsoButton;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.sso.SsoDomains;
import io.gatehouse.platform.http.direct.Direct;
import io.gatehouse.signin.Remembered;
import io.gatehouse.signin.TermsBox;
import io.gatehouse.signin.Typed;
import io.gatehouse.signin.Visit;
import io.gatehouse.user.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Sign in through one's enterprise: whose address is it, and which of its providers. */
@Direct
@Path("/single-sign-on")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class SingleSignOnPage {
  private static final List<IdentifierType> EMAIL = List.of(IdentifierType.EMAIL);

  private final Visit visit;
  private final SsoDomains domains;
  private final SsoDeparture departure;

  SingleSignOnPage(Visit visit, SsoDomains domains, SsoDeparture departure) {
    this.visit = visit;
    this.domains = domains;
    this.departure = departure;
  }

  @GET
  public Response first() {
    return show();
  }

  @POST
  public Response submitFirst(Form fields) {
    return submit(fields);
  }

  @GET
  @Path("email")
  public Response show() {
    return visit.show(journey -> {
      if (!domains.any(journey.tenantId(), journey.experience())) {
        return visit.go("/sign-in");
      }
      return visit.page(page(Remembered.identifier(journey, EMAIL), Problems.NONE));
    });
  }

  @POST
  @Path("email")
  public Response submit(Form fields) {
    return visit.take(
        fields,
        form -> {
          String typed = form.line("identifier");
          if (TermsBox.lacking(visit.experience(), form)) {
            return visit.page(
                page(typed, Problems.field("terms", Problem.of("form.terms_required"))));
          }
          Identifier email = Typed.read(typed, EMAIL);
          if (email == null) {
            return visit.page(page(typed, Remarks.identifier(typed, EMAIL)));
          }
          return departure
              .ofEmail(visit, email.value(), form.checked("terms"))
              .orElseGet(() ->
                  visit.page(
                      page(typed, Problems.field("identifier", Problem.of("form.no_enterprise")))));
        });
  }

  @GET
  @Path("connectors")
  public Response choose() {
    return visit.show(journey -> {
      List<SsoButton> connectors = remembered(journey);
      return connectors.isEmpty()
          ? visit.go("/single-sign-on/email")
          : visit.page(
              new Page.ChooseEnterprise(
                  String.valueOf(journey.state().memory().identifier()),
                  connectors.stream().map(SingleSignOnPage::button).toList()));
    });
  }

  @POST
  @Path("connectors")
  public Response chosen(Form fields) {
    return visit.take(
        fields,
        form -> {
          Journey journey = visit.journey();
          String connector = form.text("connector");
          boolean offered =
              remembered(journey).stream().anyMatch(each -> each.id().equals(connector));
          return offered
              ? departure.go(visit, journey, connector)
              : visit.go("/single-sign-on/email");
        });
  }

  private List<SsoButton> remembered(Journey journey) {
    String email = journey.state().memory().identifier();
    return email == null ? List.of() : domains.of(journey, email);
  }

  private Page page(String identifier, Problems problems) {
    return new Page.SingleSignOn(identifier, TermsBox.of(visit.experience()), problems);
  }

  private static SocialButton button(SsoButton enterprise) {
    return new SocialButton(
        enterprise.id(), enterprise.connectorName(), enterprise.logo(), enterprise.darkLogo());
  }
}
