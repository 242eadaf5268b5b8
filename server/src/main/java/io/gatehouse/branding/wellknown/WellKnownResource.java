package io.gatehouse.branding.wellknown;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.Application;
import io.gatehouse.application.Applications;
import io.gatehouse.branding.Looks;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.branding.application.ApplicationExperiences;
import io.gatehouse.branding.organization.OrganizationLooks;
import io.gatehouse.branding.phrase.CustomPhrases;
import io.gatehouse.branding.phrase.PhraseTree;
import io.gatehouse.platform.http.Languages;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.i18n.LanguageWish;
import io.gatehouse.platform.i18n.PhraseGroup;
import io.gatehouse.platform.i18n.Phrases;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a sign-in page needs to know before anybody has signed in. */
@Path("/api/.well-known")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Well known")
public class WellKnownResource {
  private final SignInExperiences experiences;
  private final PublicExperience view;
  private final Applications applications;
  private final ApplicationExperiences ofApplications;
  private final OrganizationLooks ofOrganizations;
  private final TenantResolver tenants;
  private final CustomPhrases customPhrases;
  private final Phrases phrases;

  WellKnownResource(
      SignInExperiences experiences,
      PublicExperience view,
      Applications applications,
      ApplicationExperiences ofApplications,
      OrganizationLooks ofOrganizations,
      TenantResolver tenants,
      CustomPhrases customPhrases,
      Phrases phrases) {
    this.experiences = experiences;
    this.view = view;
    this.applications = applications;
    this.ofApplications = ofApplications;
    this.ofOrganizations = ofOrganizations;
    this.tenants = tenants;
    this.customPhrases = customPhrases;
    this.phrases = phrases;
  }

  @GET
  @Path("/sign-in-exp")
  @Parameter(
      name = "appId",
      in = ParameterIn.QUERY,
      description = "For which application; one of a third party does not count.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "organizationId",
      in = ParameterIn.QUERY,
      description = "For which organization.",
      schema = @Schema(implementation = String.class))
  @Operation(operationId = "GetSignInExperienceConfig", summary = "Read what a sign-in page shows")
  public ObjectNode signInExperience(@Context RoutingContext context) {
    return experience(context);
  }

  @GET
  @Path("/experience")
  @Parameter(
      name = "appId",
      in = ParameterIn.QUERY,
      description = "For which application; one of a third party does not count.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "organizationId",
      in = ParameterIn.QUERY,
      description = "For which organization.",
      schema = @Schema(implementation = String.class))
  @Operation(
      operationId = "GetWellKnownExperience",
      summary = "Read what a sign-in page shows, by its newer name")
  public ObjectNode experience(@Context RoutingContext context) {
    TenantId tenant = tenants.resolve(context.request()).id();
    Optional<Application> application =
        Query.of(context.request())
            .text("appId")
            .flatMap(id -> applications.find(tenant, id))
            .filter(found -> !found.thirdParty());
    ObjectNode settings = view.of(tenant, experiences.of(tenant), Languages.of(context.request()));
    application.ifPresent(found -> ofApplications.of(tenant, found).layOver(settings));
    ofOrganizations
        .find(tenant, Query.of(context.request()).text("organizationId").orElse(null))
        .ifPresent(look -> look.layOver(settings));
    return settings;
  }

  @GET
  @Path("/phrases")
  @Parameter(
      name = "lng",
      in = ParameterIn.QUERY,
      description = "The languages that are wished for, the best first, with spaces between.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "custom",
      in = ParameterIn.QUERY,
      description = "Whether with the words of the tenant: all but false say yes.",
      schema = @Schema(implementation = String.class))
  @Operation(
      operationId = "GetSignInExperiencePhrases",
      summary = "Read the words of the sign-in pages",
      description = "With custom=false without the tenant's own.")
  public Response phrases(@Context RoutingContext context) {
    HttpServerRequest request = context.request();
    TenantId tenant = tenants.resolve(request).id();
    Looks.LanguageInfo info = experiences.of(tenant).languageInfo();
    List<String> wanted = info.autoDetect() ? Languages.of(request) : List.of();
    Language language =
        customPhrases
            .languages(tenant)
            .choose(
                new LanguageWish(
                    Query.of(request).text("lng").orElse(null),
                    String.join(" ", wanted),
                    null,
                    info.fallbackLanguage()));
    boolean own = Query.of(request).text("custom").filter("false"::equals).isEmpty();
    return Response.ok(words(tenant, language, own))
        .header("Content-Language", language.tag())
        .build();
  }

  private ObjectNode words(TenantId tenant, Language language, boolean own) {
    Map<String, String> all = new TreeMap<>(phrases.all(PhraseGroup.SIGNIN, Language.ENGLISH));
    all.putAll(phrases.all(PhraseGroup.SIGNIN, language));
    if (own) {
      all.putAll(customPhrases.in(tenant, language));
    }
    return PhraseTree.of(all);
  }
}
