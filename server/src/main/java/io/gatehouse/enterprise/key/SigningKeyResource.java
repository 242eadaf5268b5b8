package io.gatehouse.enterprise.key;

import io.gatehouse.audit.Actor;
import io.gatehouse.enterprise.SsoConnector;
import io.gatehouse.enterprise.SsoConnectors;
import io.gatehouse.enterprise.SsoError;
import io.gatehouse.enterprise.provider.Provider;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.saml.key.CertifiedKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The keys by which requests to a provider of SAML are signed, over HTTP. */
@Path("/api/sso-connectors/{id}/signing-keys")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SSO connectors")
class SigningKeyResource {
  private final SsoConnectors connectors;
  private final ConnectorKeys keys;
  private final ManagementCall call;

  SigningKeyResource(SsoConnectors connectors, ConnectorKeys keys, ManagementCall call) {
    this.connectors = connectors;
    this.keys = keys;
    this.call = call;
  }

  /** A key to be made. */
  @Input
  record Wanted(@Nullable Boolean active) {}

  /** Whether a key is to be the one. */
  @Input
  record Activity(boolean active) {}

  @GET
  @Operation(operationId = "ListSsoConnectorSigningKeys", summary = "List a connector's keys")
  public List<CertifiedKey> list(@PathParam("id") String id) {
    return keys.list(call.tenant(), saml(id).id());
  }

  @POST
  @ResponseStatus(201)
  @Operation(
      operationId = "CreateSsoConnectorSigningKey",
      summary = "Make a key and its certificate")
  public CertifiedKey create(@PathParam("id") String id, Wanted wanted) {
    return keys.create(
        call.tenant(), Actor.of(call), saml(id).id(), Boolean.TRUE.equals(wanted.active()));
  }

  @PATCH
  @Path("/{keyId}")
  @Operation(
      operationId = "UpdateSsoConnectorSigningKey",
      summary = "Let a key sign instead of the others, or no longer")
  public CertifiedKey change(
      @PathParam("id") String id, @PathParam("keyId") String key, Activity activity) {
    SsoConnector connector = saml(id);
    return keys.setActive(
        call.tenant(),
        Actor.of(call),
        id,
        new ConnectorKeys.KeyChange(key, activity.active()),
        connector.config().path("signAuthnRequest").asBoolean(false));
  }

  @DELETE
  @Path("/{keyId}")
  @Operation(
      operationId = "DeleteSsoConnectorSigningKey",
      summary = "Delete a key that is not active")
  public void delete(@PathParam("id") String id, @PathParam("keyId") String key) {
    keys.delete(call.tenant(), Actor.of(call), saml(id).id(), key);
  }

  /** The connector, when its provider speaks SAML: others sign no requests. */
  private SsoConnector saml(String id) {
    SsoConnector connector = connectors.get(call.tenant(), id);
    boolean saml =
        Provider.find(connector.providerName())
            .filter(provider -> provider.type() == Provider.Type.SAML)
            .isPresent();
    if (!saml) {
      throw SsoError.NO_SUCH_PROVIDER.exception(Map.of("type", "SAML"));
    }
    return connector;
  }
}
