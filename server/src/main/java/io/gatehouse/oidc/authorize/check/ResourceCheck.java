package io.gatehouse.oidc.authorize.check;

import io.gatehouse.oidc.client.TargetResources;
import jakarta.inject.Singleton;

/**
 * The API resources that tokens are wanted for; without one, the tenant's default resource if it
 * has one. [RFC 8707 §2.1]
 */
@Singleton
class ResourceCheck implements Check {
  private final TargetResources targets;

  ResourceCheck(TargetResources targets) {
    this.targets = targets;
  }

  @Override
  public Draft apply(Draft draft) {
    return draft.withResources(targets.resolve(draft.tenant(), draft.parameters().all("resource")));
  }
}
