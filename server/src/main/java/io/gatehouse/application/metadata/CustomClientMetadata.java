package io.gatehouse.application.metadata;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an application beyond the specification's; absent ones have the defaults named here.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomClientMetadata(
    @Nullable List<@Size(min = 1) String> corsAllowedOrigins,
    @Nullable Long idTokenTtl,
    @Nullable Long refreshTokenTtl,
    @Nullable @Min(1) @Max(180) Integer refreshTokenTtlInDays,
    @Nullable String tenantId,
    @Nullable Boolean alwaysIssueRefreshToken,
    @Nullable Boolean rotateRefreshToken,
    @Nullable Boolean allowTokenExchange,
    @Nullable Boolean isDeviceFlow,
    @Nullable @Min(1) Integer maxAllowedGrants) {
  public static final CustomClientMetadata EMPTY =
      new CustomClientMetadata(null, null, null, null, null, null, null, null, null, null);

  /** An hour unless set. */
  public Duration idTokenLife() {
    return Duration.ofSeconds(idTokenTtl == null ? 3600 : idTokenTtl);
  }

  /** The days win over the older seconds; 14 days unless set. */
  public Duration refreshTokenLife() {
    if (refreshTokenTtlInDays != null) {
      return Duration.ofDays(refreshTokenTtlInDays);
    }
    return refreshTokenTtl == null ? Duration.ofDays(14) : Duration.ofSeconds(refreshTokenTtl);
  }

  /** On unless switched off. */
  public boolean rotates() {
    return !Boolean.FALSE.equals(rotateRefreshToken);
  }

  public boolean alwaysIssuesRefreshToken() {
    return Boolean.TRUE.equals(alwaysIssueRefreshToken);
  }

  public boolean deviceFlow() {
    return Boolean.TRUE.equals(isDeviceFlow);
  }

  public List<String> corsOrigins() {
    return corsAllowedOrigins == null ? List.of() : corsAllowedOrigins;
  }
}
