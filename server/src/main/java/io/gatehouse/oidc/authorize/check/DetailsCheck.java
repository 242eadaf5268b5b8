package io.gatehouse.oidc.authorize.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.oidc.client.AuthorizationDetails;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What is asked for in detail, of types that the client may ask for. [RFC 9396 §5] */
@Singleton
class DetailsCheck {
  private final AuthorizationDetails details;

  DetailsCheck(AuthorizationDetails details) {
    this.details = details;
  }

  @Nullable ArrayNode read(Asking asking) {
    return details.read(
        asking.tenant(), asking.client(), asking.parameters().get(AuthorizationDetails.NAME));
  }
}
