/// Enterprise single sign-on: an organization's own identity provider, found by the domain of an
/// e-mail address.
///
/// A connector is one provider's configuration under a name that is unique in the tenant. Its kind
/// ([io.gatehouse.enterprise.provider.Provider]) decides what the configuration must hold; what the
/// provider publishes is fetched when a connector is written and when it is read. A domain is named
/// once a connector; several connectors may name the same one. Configurations are sealed, since
/// they hold secrets. Providers of SAML may be sent signed requests, by a key of
/// [io.gatehouse.enterprise.key]. How people sign in there is in [io.gatehouse.enterprise.signon];
/// how sign-ins begin there instead, in [io.gatehouse.enterprise.initiated]. Which addresses belong
/// to whom, [io.gatehouse.enterprise.SsoButtons] knows without the database.
///
/// Routes: `/api/sso-connectors`, `/api/sso-connector-providers`. Tables: `sso_connectors`,
/// `sso_signing_keys`. [io.gatehouse.enterprise.SsoConnectors] is the only door to connectors.
@NullMarked
package io.gatehouse.enterprise;

import org.jspecify.annotations.NullMarked;
