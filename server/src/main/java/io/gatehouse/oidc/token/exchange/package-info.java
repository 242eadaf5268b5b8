/// Whom a token stands for that is presented to be exchanged: access tokens of ours, tokens to act
/// as a person, personal access tokens.
@NullMarked
package io.gatehouse.oidc.token.exchange;

import org.jspecify.annotations.NullMarked;
