/// Sign-ins that begin at an enterprise's provider of SAML: somebody chooses the application there,
/// and comes with an assertion that nobody asked for.
///
/// A connector takes none unless it says which application they are for. From there the sign-in is
/// an ordinary one: the browser is sent to the authorization endpoint, or to the application so
/// that it asks itself, and the connector's provider is not visited again, as
/// [io.gatehouse.enterprise.saml.SamlArrivals] holds what it has said.
///
/// Route: `/api/sso-connectors/{id}/idp-initiated-auth-config`. Table: `sso_idp_initiated_auths`.
/// [io.gatehouse.enterprise.initiated.IdpInitiatedAuths] is the only door.
@NullMarked
package io.gatehouse.enterprise.initiated;

import org.jspecify.annotations.NullMarked;
