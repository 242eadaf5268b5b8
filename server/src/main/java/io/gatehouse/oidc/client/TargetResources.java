package io.gatehouse.oidc.client;

import io.gatehouse.oidc.client.ResourceDirectory.Target;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The API resources that a request names.
 *
 * <p>Source: [RFC 8707 §2](https://www.rfc-editor.org/rfc/rfc8707#section-2)
 */
@Singleton
public class TargetResources {
  private final ResourceDirectory directory;

  TargetResources(ResourceDirectory directory) {
    this.directory = directory;
  }

  /**
   * The indicators of the authorization request; a comma separates several in one value. None means
   * the tenant's default.
   *
   * @throws io.gatehouse.protocol.OAuthException invalid_target
   */
  public List<String> resolve(Tenant tenant, List<String> values) {
    List<String> indicators = new ArrayList<>();
    values.stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .filter(value -> !value.isBlank())
        .forEach(indicators::add);
    if (indicators.isEmpty()) {
      return directory
          .byDefault(tenant.id())
          .map(target -> List.of(target.indicator()))
          .orElse(List.of());
    }
    indicators.forEach(indicator -> require(tenant, indicator));
    return indicators.stream().distinct().toList();
  }

  /**
   * The resource with this indicator.
   *
   * @throws io.gatehouse.protocol.OAuthException invalid_target
   */
  public Target require(Tenant tenant, String indicator) {
    // "It MUST be an absolute URI … The URI MUST NOT include a fragment component" [RFC 8707 §2]
    try {
      URI uri = new URI(indicator);
      if (!uri.isAbsolute() || uri.getRawFragment() != null) {
        throw OAuthError.INVALID_TARGET.because(
            "resource indicator must be an absolute URI without a fragment");
      }
    } catch (URISyntaxException e) {
      throw OAuthError.INVALID_TARGET.because("resource indicator must be an absolute URI");
    }
    return find(tenant, indicator)
        .orElseThrow(
            () -> OAuthError.INVALID_TARGET.because("resource indicator is missing, or unknown"));
  }

  public Optional<Target> find(Tenant tenant, String indicator) {
    return directory.find(tenant.id(), indicator);
  }

  public Optional<Target> byDefault(Tenant tenant) {
    return directory.byDefault(tenant.id());
  }
}
