/// Keys by which we sign as a party of SAML, each with the certificate that the other side is
/// given: several may be staged, one is active. A noun whose rows own such keys has a table of them
/// and extends [io.gatehouse.platform.saml.key.CertifiedKeyStore].
@NullMarked
package io.gatehouse.platform.saml.key;

import org.jspecify.annotations.NullMarked;
