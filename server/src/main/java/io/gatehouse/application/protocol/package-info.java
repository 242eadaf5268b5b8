/// How the provider speaks with an application beyond the defaults: what it is told when a session
/// ends in the browser, and what its requests and tokens must be like.
///
/// [ApplicationProtocols] is the only door; `oidc/client` asks it when it loads a client. Routes:
/// `/api/applications/{id}/protocol`. Table: `application_protocols`.
@NullMarked
package io.gatehouse.application.protocol;

import org.jspecify.annotations.NullMarked;
