/// The keys by which we sign requests to an enterprise's provider of SAML: several may be staged,
/// one is active. Certificates are shown, private keys never. Routes:
/// `/api/sso-connectors/{id}/signing-keys`. Table: `sso_signing_keys`.
@NullMarked
package io.gatehouse.enterprise.key;

import org.jspecify.annotations.NullMarked;
