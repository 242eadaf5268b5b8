package io.gatehouse.app.console;

import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.http.OriginPolicy;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Serves the Console to administrators: its files for as long as browsers like, and for every other
 * path below {@code /console} the shell, which finds the page itself.
 */
@Path("/")
@RunOnVirtualThread
public class ConsoleResource {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASK_EACH_TIME = "no-cache";
  private static final String WITHOUT_CONSOLE =
      "This server was built without its Console, for which Node 20 or later is needed.\n"
          + "Install Node and start Gatehouse again, or administer it through the Management API.\n";

  private final ConsoleFiles files;
  private final TenantResolver tenants;
  private final String policy;

  ConsoleResource(ConsoleFiles files, TenantResolver tenants, Settings settings) {
    this.files = files;
    this.tenants = tenants;
    this.policy =
        files
            .shell()
            .map(shell ->
                ConsolePolicy.of(
                    new String(shell.content(), StandardCharsets.UTF_8),
                    OriginPolicy.originOf(settings.endpoint())))
            .orElse("default-src 'none'");
  }

  @GET
  @Operation(hidden = true)
  public Response root(@Context RoutingContext context) {
    return administers(context)
        ? Response.status(Response.Status.FOUND).location(URI.create("/console")).build()
        : notFound("Not Found");
  }

  @GET
  @Path("/console{path:(/.*)?}")
  @Operation(hidden = true)
  public Response show(
      @Context RoutingContext context,
      @PathParam("path") String path,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
    if (!administers(context)) {
      return notFound("Not Found");
    }
    String name = path.startsWith("/") ? path.substring(1) : path;
    Optional<ConsoleFile> file = files.find(name);
    if (file.isEmpty() && name.startsWith("assets/")) {
      return notFound("Not Found");
    }
    return file.or(files::shell)
        .map(found -> answer(found, encodings, known))
        .orElseGet(() -> notFound(WITHOUT_CONSOLE));
  }

  private Response answer(ConsoleFile file, @Nullable String encodings, @Nullable String known) {
    if (!file.isImmutable() && file.entityTag().equals(known)) {
      return headers(Response.notModified(), file).build();
    }
    ConsoleFile.Form form = file.formFor(encodings);
    Response.ResponseBuilder answer = headers(Response.ok(form.bytes()), file).type(file.type());
    // Said even where nothing is compressed, so that nobody behind tries.
    return answer
        .header(
            HttpHeaders.CONTENT_ENCODING, form.encoding() == null ? "identity" : form.encoding())
        .build();
  }

  private Response.ResponseBuilder headers(Response.ResponseBuilder answer, ConsoleFile file) {
    answer
        .header(HttpHeaders.CACHE_CONTROL, file.isImmutable() ? FOR_EVER : ASK_EACH_TIME)
        .header(HttpHeaders.ETAG, file.entityTag());
    if (file.type().startsWith(MediaType.TEXT_HTML)) {
      answer
          .header("Content-Security-Policy", policy)
          .header("Referrer-Policy", "same-origin")
          .header("Cross-Origin-Opener-Policy", "same-origin");
    }
    return answer;
  }

  private boolean administers(RoutingContext context) {
    return tenants.resolve(context.request()).id().equals(TenantId.ADMIN);
  }

  private static Response notFound(String text) {
    return Response.status(Response.Status.NOT_FOUND)
        .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(text)
        .build();
  }
}
