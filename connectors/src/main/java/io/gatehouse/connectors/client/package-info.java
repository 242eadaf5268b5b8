/**
 * What a social connector needs to be an OAuth 2.0 client: the steps of a sign-in ({@link
 * io.gatehouse.connectors.client.OAuthConnector}), which nearly every provider's connector extends
 * in a few lines, and what they are made of: the authorization request's address ({@link
 * io.gatehouse.connectors.client.AuthorizationUri}), the ways to authenticate ({@link
 * io.gatehouse.connectors.client.ClientAuthentication}), the token endpoint, the provider's
 * answers, and ID tokens.
 */
@NullMarked
package io.gatehouse.connectors.client;

import org.jspecify.annotations.NullMarked;
