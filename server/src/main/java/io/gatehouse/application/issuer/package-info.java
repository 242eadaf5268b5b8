/// Issuers whose assertions about people an application may present for tokens: how they are
/// recognised, and which of our people their subjects are.
///
/// [TrustedIssuers] is the only door; the token endpoint's `JwtBearerGrant` asks it. Routes:
/// `/api/applications/{id}/trusted-issuers`. Table: `application_trusted_issuers`.
@NullMarked
package io.gatehouse.application.issuer;

import org.jspecify.annotations.NullMarked;
