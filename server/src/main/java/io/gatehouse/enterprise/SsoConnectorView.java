package io.gatehouse.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A connector with what is known of its provider.
 *
 * @param name the provider's kind in the reader's language
 * @param providerConfig what the provider publishes; absent while that cannot be read
 */
record SsoConnectorView(
    @JsonUnwrapped SsoConnector connector,
    String name,
    String providerType,
    String providerLogo,
    String providerLogoDark,
    @JsonInclude(Include.NON_NULL) @Nullable ObjectNode providerConfig) {}
