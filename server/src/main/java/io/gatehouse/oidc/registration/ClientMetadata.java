package io.gatehouse.oidc.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.ApplicationType;
import io.gatehouse.application.authentication.ApplicationAuthentication;
import io.gatehouse.application.metadata.Introductions;
import io.gatehouse.application.metadata.OidcClientMetadata;
import io.gatehouse.application.protocol.ApplicationProtocol;
import io.gatehouse.protocol.Scopes;

/**
 * What a client says of itself, as an application has it.
 *
 * @param said what is answered: the metadata as it was sent, with what was left out
 * @param device whether it runs on a device without a browser
 * @param scope what it is going to ask for; empty where it does not say
 */
record ClientMetadata(
    ObjectNode said,
    String name,
    ApplicationType type,
    boolean device,
    OidcClientMetadata addresses,
    ApplicationAuthentication authentication,
    ApplicationProtocol protocol,
    Introductions introductions,
    Scopes scope) {}
