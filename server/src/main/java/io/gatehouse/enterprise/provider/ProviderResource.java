package io.gatehouse.enterprise.provider;

import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The kinds of providers that connectors can be made for, over HTTP. */
@Path("/api/sso-connector-providers")
@ManagementApi
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SSO connector providers")
class ProviderResource {
  private final ProviderTexts texts;
  private final ManagementCall call;

  ProviderResource(ProviderTexts texts, ManagementCall call) {
    this.texts = texts;
    this.call = call;
  }

  /** A kind of provider, in the reader's language. */
  record Described(
      String providerName,
      String providerType,
      String logo,
      String logoDark,
      String description,
      String name) {}

  @GET
  @Operation(
      operationId = "ListSsoConnectorProviders",
      summary = "List the kinds of providers that connectors can be made for")
  public List<Described> list() {
    List<String> languages = call.languages();
    return Arrays.stream(Provider.values())
        .map(provider ->
            new Described(
                provider.key(),
                provider.type().wire(),
                provider.logo(),
                provider.logo(),
                texts.description(provider, languages),
                texts.name(provider, languages)))
        .toList();
  }
}
