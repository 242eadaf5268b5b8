package io.gatehouse.application.saml;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.saml.key.CertifiedKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What SAML applications sign with, over HTTP. */
@Path("/api/saml-applications/{id}/secrets")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SAML applications")
class SamlSecretResource {
  /** A certificate's dates have years of four digits. */
  private static final int MOST_YEARS = 1_000;

  private final SamlSecrets secrets;
  private final ManagementCall call;

  SamlSecretResource(SamlSecrets secrets, ManagementCall call) {
    this.secrets = secrets;
    this.call = call;
  }

  /** How long a secret is to be used. */
  @Input
  record Wanted(@Min(1) @Max(MOST_YEARS) int lifeSpanInYears) {}

  /** Whether a secret is to be the one. */
  @Input
  record Activity(boolean active) {}

  @GET
  @Operation(
      operationId = "ListSamlApplicationSecrets",
      summary = "List the certificates of a service provider's secrets")
  public List<CertifiedKey> list(@PathParam("id") String id) {
    return secrets.list(call.tenant(), id);
  }

  @POST
  @ResponseStatus(201)
  @Operation(
      operationId = "CreateSamlApplicationSecret",
      summary = "Make a key and its certificate, not yet active")
  public CertifiedKey create(@PathParam("id") String id, Wanted wanted) {
    return secrets.create(call.tenant(), Actor.of(call), id, wanted.lifeSpanInYears());
  }

  @PATCH
  @Path("/{secretId}")
  @Operation(
      operationId = "UpdateSamlApplicationSecret",
      summary = "Let a secret sign instead of the others, or no longer")
  public CertifiedKey change(
      @PathParam("id") String id, @PathParam("secretId") String secret, Activity activity) {
    return secrets.setActive(call.tenant(), Actor.of(call), id, secret, activity.active());
  }

  @DELETE
  @Path("/{secretId}")
  @Operation(
      operationId = "DeleteSamlApplicationSecret",
      summary = "Delete a secret that is not active")
  public void delete(@PathParam("id") String id, @PathParam("secretId") String secret) {
    secrets.delete(call.tenant(), Actor.of(call), id, secret);
  }
}
