package io.gatehouse.asset;

import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Serves uploaded files to everybody, for as long as browsers like. */
@Path("/user-assets/{id}/{name}")
@RunOnVirtualThread
public class AssetFileResource {
  /** A picture that is opened by itself runs nothing, loads nothing and belongs to no origin. */
  private static final String LIFELESS =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";

  private final UserAssets assets;
  private final TenantResolver tenants;

  AssetFileResource(UserAssets assets, TenantResolver tenants) {
    this.assets = assets;
    this.tenants = tenants;
  }

  @GET
  @Operation(hidden = true)
  public Response read(
      @Context RoutingContext context,
      @PathParam("id") String id,
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
    TenantId tenant = tenants.resolve(context.request()).id();
    UserAsset asset =
        assets
            .find(tenant, id)
            .filter(found -> found.name().equals(name))
            .orElseThrow(NotFoundException::new);
    if (tag(asset).equals(known)) {
      return headers(Response.notModified(), asset).build();
    }
    StreamingOutput content = out -> assets.write(tenant, asset, out);
    return headers(Response.ok(content, asset.mediaType()), asset)
        .header(HttpHeaders.CONTENT_LENGTH, asset.size())
        .header("Content-Disposition", asset.isPicture() ? "inline" : "attachment")
        .header("Content-Security-Policy", LIFELESS)
        .build();
  }

  private static Response.ResponseBuilder headers(
      Response.ResponseBuilder answer, UserAsset asset) {
    return answer
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
        .header(HttpHeaders.ETAG, tag(asset));
  }

  /** The content of an id never changes. */
  private static String tag(UserAsset asset) {
    return '"' + asset.id() + '"';
  }
}
