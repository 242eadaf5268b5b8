/// What is in a token: claims of a person by scope, the ID token, access tokens.
@NullMarked
package io.gatehouse.oidc.issue;

import org.jspecify.annotations.NullMarked;
