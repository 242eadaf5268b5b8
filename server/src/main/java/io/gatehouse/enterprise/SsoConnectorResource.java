package io.gatehouse.enterprise;

import io.gatehouse.audit.Actor;
import io.gatehouse.enterprise.provider.Provider;
import io.gatehouse.enterprise.provider.ProviderDetails;
import io.gatehouse.enterprise.provider.ProviderTexts;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
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
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Connectors of enterprise single sign-on, over HTTP. */
@Path("/api/sso-connectors")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SSO connectors")
class SsoConnectorResource {
  private final SsoConnectors connectors;
  private final ProviderDetails details;
  private final ProviderTexts texts;
  private final ManagementCall call;

  SsoConnectorResource(
      SsoConnectors connectors, ProviderDetails details, ProviderTexts texts, ManagementCall call) {
    this.connectors = connectors;
    this.details = details;
    this.texts = texts;
    this.call = call;
  }

  @GET
  @Paged
  @Operation(
      operationId = "ListSsoConnectors",
      summary = "List the connectors with what their providers publish")
  public List<SsoConnectorView> list() {
    Page page = call.optionalPage();
    Slice<SsoConnector> found = connectors.list(call.tenant(), page);
    List<SsoConnector> known =
        found.items().stream()
            .filter(connector -> Provider.find(connector.providerName()).isPresent())
            .toList();
    return call.answer(page, new Slice<>(views(known), found.total()));
  }

  @POST
  @Operation(
      operationId = "CreateSsoConnector",
      summary = "Add a connector, once its provider has answered")
  @APIResponse(responseCode = "409", description = "Another connector has the name.")
  public SsoConnector create(SsoConnectorInput input) {
    return connectors.create(call.tenant(), Actor.of(call), input);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "GetSsoConnector",
      summary = "Read a connector with what its provider publishes")
  public SsoConnectorView get(@PathParam("id") String id) {
    return view(connectors.get(call.tenant(), id), endpoint(), call.languages());
  }

  @PATCH
  @Path("/{id}")
  @Operation(operationId = "UpdateSsoConnector", summary = "Change a connector")
  @APIResponse(responseCode = "409", description = "Another connector has the name.")
  public SsoConnectorView change(@PathParam("id") String id, SsoConnectorInput.Patch patch) {
    return view(
        connectors.change(call.tenant(), Actor.of(call), id, patch), endpoint(), call.languages());
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "DeleteSsoConnector",
      summary = "Delete a connector with everything that came by it")
  public void delete(@PathParam("id") String id) {
    connectors.delete(call.tenant(), Actor.of(call), id);
  }

  /** Asks all providers at once: the slowest decides, not their number. */
  private List<SsoConnectorView> views(List<SsoConnector> connectors) {
    URI endpoint = endpoint();
    List<String> languages = call.languages();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<SsoConnectorView>> views =
          connectors.stream()
              .map(connector -> threads.submit(() -> view(connector, endpoint, languages)))
              .toList();
      threads.shutdown();
      threads.close();
      return views.stream().map(Future::resultNow).toList();
    }
  }

  private URI endpoint() {
    return call.currentTenant().endpoint();
  }

  private SsoConnectorView view(SsoConnector connector, URI endpoint, List<String> languages) {
    Provider provider = SsoConnectors.provider(connector);
    return new SsoConnectorView(
        connector,
        texts.name(provider, languages),
        provider.type().wire(),
        provider.logo(),
        provider.logo(),
        details.of(provider, connector.id(), connector.config(), endpoint).orElse(null));
  }
}
