/**
 * What a social connector needs to be an OAuth 2.0 client: the authorization request's address
 * ({@link io.gatehouse.connectors.client.AuthorizationUri}), the ways to authenticate ({@link
 * io.gatehouse.connectors.client.ClientAuthentication}), the token endpoint, the provider's
 * answers, and ID tokens.
 */
@NullMarked
package io.gatehouse.connectors.client;

import org.jspecify.annotations.NullMarked;
