/** Any provider that speaks SAML 2.0. */
@NullMarked
package io.gatehouse.connectors.saml;

import org.jspecify.annotations.NullMarked;
