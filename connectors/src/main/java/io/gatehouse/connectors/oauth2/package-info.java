/**
 * Sign-in with any provider of the OAuth 2.0 authorization code grant, whatever its profile looks
 * like.
 */
@NullMarked
package io.gatehouse.connectors.oauth2;

import org.jspecify.annotations.NullMarked;
