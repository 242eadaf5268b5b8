/** Sign-in with any OpenID provider: the person's profile comes from a verified ID token. */
@NullMarked
package io.gatehouse.connectors.oidc;

import org.jspecify.annotations.NullMarked;
