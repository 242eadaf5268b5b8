package io.gatehouse.branding.page.asset;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Serves the stylesheet of the hosted pages, compressed beforehand. */
@Path("/assets/hosted-{hash}.css")
public class StylesheetResource {
  private final PageAssets assets;

  StylesheetResource(PageAssets assets) {
    this.assets = assets;
  }

  @GET
  @NonBlocking
  public Response stylesheet(
      @PathParam("hash") String hash, @HeaderParam("Accept-Encoding") @Nullable String encodings) {
    boolean zip = encodings != null && encodings.contains("gzip");
    Response.ResponseBuilder answer =
        Response.ok(zip ? assets.zippedStylesheet() : assets.stylesheet())
            .type("text/css;charset=UTF-8")
            .header("Vary", "Accept-Encoding")
            .header("X-Content-Type-Options", "nosniff")
            // While a new version is rolled out a page of one node may ask another for its
            // stylesheet:
            // it gets the one there is, and does not keep it.
            .header(
                "Cache-Control",
                assets.isCurrent("hosted-" + hash + ".css")
                    ? "public, max-age=31536000, immutable"
                    : "no-store");
    return (zip ? answer.header("Content-Encoding", "gzip") : answer).build();
  }
}
