/// The words of OAuth 2.0 and OpenID Connect: parameters, scopes, prompts, redirect URIs, PKCE,
/// errors. Pure Java; knows neither HTTP servers nor databases.
@NullMarked
package io.gatehouse.protocol;

import org.jspecify.annotations.NullMarked;
