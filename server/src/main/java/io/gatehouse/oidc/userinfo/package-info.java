/// Userinfo: `GET` and `POST /oidc/me`, what an opaque access token lets a client know about the
/// person.
@NullMarked
package io.gatehouse.oidc.userinfo;

import org.jspecify.annotations.NullMarked;
