/// SAML applications: service providers for which we are the identity provider.
///
/// Such an application is a client of our own provider with one redirect address, where its answer
/// is made; what SAML needs besides stands in a configuration of its own. It signs with one active
/// secret, a key with its certificate; others may be staged. Private keys are sealed and never
/// shown. Other routes of applications show these, and refuse to change them.
///
/// People are signed in to them by `oidc/saml`.
///
/// Routes: `/api/saml-applications`, and for everybody `/api/saml-applications/{id}/metadata`.
/// Tables: `applications`, `saml_application_configs`, `saml_application_secrets`.
/// [io.gatehouse.application.saml.SamlApplications] is the only door.
@NullMarked
package io.gatehouse.application.saml;

import org.jspecify.annotations.NullMarked;
