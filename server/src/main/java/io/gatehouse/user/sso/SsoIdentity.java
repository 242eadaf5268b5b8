package io.gatehouse.user.sso;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An identity at an enterprise's provider.
 *
 * @param ssoConnectorId by which the person came
 * @param issuer names the provider
 * @param identityId what the provider calls the person
 * @param detail what it said of them
 */
public record SsoIdentity(
    String ssoConnectorId, String issuer, String identityId, ObjectNode detail) {}
