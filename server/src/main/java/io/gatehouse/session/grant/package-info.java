/// What a person granted to an application: OpenID scopes, and scopes at API resources. One grant a
/// session and application; scopes gather in it. A client that describes itself has one for each
/// consent, with the organization that it reaches and what it called itself then. Every code and
/// token points to its grant and is valid only while the grant is, so revoking is one UPDATE.
@NullMarked
package io.gatehouse.session.grant;

import org.jspecify.annotations.NullMarked;
