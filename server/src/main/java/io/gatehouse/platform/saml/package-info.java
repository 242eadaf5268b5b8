/// The mechanics of SAML 2.0 that both of its parties need: reading XML from strangers, the two
/// bindings of a browser, signatures, times. It knows messages, and nothing of who sends them.
///
/// - [io.gatehouse.platform.saml.Xml] parses without document types, entities and comments.
/// - [io.gatehouse.platform.saml.PostBinding] and [io.gatehouse.platform.saml.RedirectBinding]
///   carry messages through the browser.
/// - [io.gatehouse.platform.saml.SigningCredential] signs; [io.gatehouse.platform.saml.TrustedKeys]
///   verifies, and answers what was signed and nothing else.
/// - [io.gatehouse.platform.saml.SamlTimes] reads and writes moments.
@NullMarked
package io.gatehouse.platform.saml;

import org.jspecify.annotations.NullMarked;
