/// Pushed authorization requests: a client hands its request over directly, and the browser brings
/// only its name.
///
/// [PushedRequestResource] is the endpoint, [PushedRequests] hands them out again. Route:
/// `/oidc/request`. Table: `pushed_requests`.
@NullMarked
package io.gatehouse.oidc.par;

import org.jspecify.annotations.NullMarked;
