package io.gatehouse.oidc.authorize.check;

import io.gatehouse.oidc.client.TargetResources;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The API resources that tokens are wanted for; without one, the tenant's default resource if it
 * has one. [RFC 8707 §2.1]
 */
@Singleton
class ResourceCheck {
  private final TargetResources targets;

  ResourceCheck(TargetResources targets) {
    this.targets = targets;
  }

  List<String> read(Asking asking) {
    return targets.resolve(asking.tenant(), asking.parameters().all("resource"));
  }
}
