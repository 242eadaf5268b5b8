/// What an authorization request must satisfy, one check a file, in the order of [Checks].
@NullMarked
package io.gatehouse.oidc.authorize.check;

import org.jspecify.annotations.NullMarked;
