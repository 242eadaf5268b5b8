/// The authorization endpoint: `GET` and `POST /oidc/auth`, and `/oidc/auth/{interaction}` where a
/// sign-in comes back.
///
/// [AuthorizeResource] speaks HTTP. [AuthorizeEndpoint] decides: the checks (`check/Checks`) turn
/// parameters into an [AuthorizationRequest]; the [Situation] (session, grant, what roles allow) is
/// read in one statement; [Demands] and [Consent] say whether the person must sign in or consent;
/// otherwise the code is issued in one statement.
@NullMarked
package io.gatehouse.oidc.authorize;

import org.jspecify.annotations.NullMarked;
