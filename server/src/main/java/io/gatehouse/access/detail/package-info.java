/// Authorization details: what an application asks a person for beyond scopes, such as one payment
/// of one amount. A tenant says which types there are and which members each may have; nothing else
/// gets through.
///
/// [DetailTypes] is the only door; the provider asks it, and the consent page. Routes:
/// `/api/authorization-detail-types`. Table: `authorization_detail_types`. Source: [RFC
/// 9396](https://www.rfc-editor.org/rfc/rfc9396)
@NullMarked
package io.gatehouse.access.detail;

import org.jspecify.annotations.NullMarked;
