/// SAML 2.0 for applications: we are their identity provider.
///
/// A service provider's request ([io.gatehouse.oidc.saml.AuthnRequest]) becomes an authorization
/// request of its application, so that pages, access control, sessions and logs are those of every
/// other application. The code that comes back is redeemed within the server, and what is known of
/// the person becomes an assertion ([io.gatehouse.oidc.saml.ResponseMessage]), which a form carries
/// to the address that the application has configured, whatever address the request names. A
/// sign-in belongs to the browser that began it, and is answered once.
///
/// Routes, for everybody: `GET` and `POST /api/saml/{id}/authn`, `GET
/// /api/saml-applications/{id}/callback`. Table: `saml_application_sessions`. The configuration is
/// [io.gatehouse.application.saml], the mechanics [io.gatehouse.platform.saml].
@NullMarked
package io.gatehouse.oidc.saml;

import org.jspecify.annotations.NullMarked;
