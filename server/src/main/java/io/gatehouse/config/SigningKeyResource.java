package io.gatehouse.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.input.Input;
import io.gatehouse.tenant.key.KeyRecord;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys with their algorithms, over HTTP: `/api/configs/oidc/private-keys` knows only
 * the families EC and RSA.
 */
@Path("/api/signing-keys")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Configs")
class SigningKeyResource {
  private final TenantSettings settings;
  private final ManagementCall call;

  SigningKeyResource(TenantSettings settings, ManagementCall call) {
    this.settings = settings;
    this.call = call;
  }

  /** What a tenant can sign with. */
  enum Algorithm {
    ES256(SigningAlgorithm.ES256),
    ES384(SigningAlgorithm.ES384),
    ES512(SigningAlgorithm.ES512),
    RS256(SigningAlgorithm.RS256),
    PS256(SigningAlgorithm.PS256),
    @JsonProperty("EdDSA")
    EDDSA(SigningAlgorithm.EDDSA);

    private final SigningAlgorithm keys;

    Algorithm(SigningAlgorithm keys) {
      this.keys = keys;
    }
  }

  /**
   * How the current key is to be succeeded.
   *
   * @param rotationGracePeriod for how many seconds the new key is published before it signs
   */
  @Input
  record Succession(Algorithm algorithm, @Nullable @Min(0) Integer rotationGracePeriod) {}

  /**
   * A key without the key.
   *
   * @param kid names it in the key set
   * @param effectiveAt when the next key becomes the current one
   */
  record View(
      String id,
      String kid,
      String algorithm,
      KeyRecord.Status status,
      Instant createdAt,
      @Nullable Instant effectiveAt) {
    static View of(KeyRecord record) {
      return new View(
          record.id(),
          record.kid(),
          record.algorithm().alg(),
          record.status(),
          record.createdAt(),
          record.status() == KeyRecord.Status.Next ? record.effectiveAt() : null);
    }
  }

  @GET
  @Operation(
      operationId = "ListSigningKeys",
      summary = "List the signing keys with their algorithms")
  public List<View> list() {
    return settings.signingKeys(call.tenant()).stream().map(View::of).toList();
  }

  @POST
  @Path("/rotate")
  @Operation(
      operationId = "RotateSigningKeys",
      summary = "Let a new key of any algorithm succeed the current one")
  @APIResponse(
      responseCode = "422",
      description = "A next key waits already, so a new one needs a grace period.")
  public List<View> rotate(Succession wanted) {
    return settings
        .rotateSigning(
            call.tenant(), Actor.of(call), wanted.algorithm().keys, wanted.rotationGracePeriod())
        .stream()
        .map(View::of)
        .toList();
  }
}
