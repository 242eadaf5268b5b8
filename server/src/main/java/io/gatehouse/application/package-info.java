/// Applications: the clients of the provider, of the types Traditional, SPA, Native,
/// MachineToMachine (and Protected, SAML).
///
/// [Applications] is the only door; reads are cached and dropped everywhere when an application
/// changes. Secrets are sealed, because the API shows them again; a client is authenticated by any
/// of its secrets that has not expired. Routes: `/api/applications`.
@NullMarked
package io.gatehouse.application;

import org.jspecify.annotations.NullMarked;
