package io.gatehouse.application.saml;

import io.gatehouse.management.Answers;
import io.gatehouse.platform.saml.key.CertifiedKey;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What service providers read about us, for everybody. */
@Path("/api/saml-applications/{id}/metadata")
@RunOnVirtualThread
@Produces({MediaType.TEXT_XML, MediaType.APPLICATION_JSON})
@Tag(name = "SAML applications")
class SamlMetadataResource {
  private final SamlApplications applications;
  private final SamlSecrets secrets;
  private final TenantResolver tenants;

  SamlMetadataResource(SamlApplications applications, SamlSecrets secrets, TenantResolver tenants) {
    this.applications = applications;
    this.secrets = secrets;
    this.tenants = tenants;
  }

  @GET
  @Answers(value = String.class, type = MediaType.TEXT_XML)
  @Operation(
      operationId = "ListSamlApplicationMetadata",
      summary = "Read what a service provider must know about us")
  public Response get(@PathParam("id") String id, @Context RoutingContext context) {
    Tenant tenant = tenants.resolve(context.request());
    SamlApplication application =
        applications.find(tenant.id(), id).orElseThrow(SamlApplications::missing);
    CertifiedKey secret =
        secrets.active(tenant.id(), id).orElseThrow(SamlApplications::withoutSecret);
    return Response.ok(
            MetadataXml.of(application, secret, tenant.endpoint()), "text/xml; charset=utf-8")
        .build();
  }
}
