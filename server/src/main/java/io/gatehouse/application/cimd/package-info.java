/// Clients that nobody has registered: their id is the address of a document that describes them.
///
/// A tenant switches this on (`/api/configs/cimd`) and says what all of them together may ask
/// people for (`/api/cimd/user-consent-scopes`, in `application.consent`). [DescribedClients]
/// fetches a document through the egress guard and keeps it for a day at most. What the document
/// says of grants and scopes does not count: such a client is public, has the code flow and refresh
/// tokens, belongs to somebody else, and people are always asked.
///
/// Source: [OAuth Client ID Metadata
/// Document](https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/)
@NullMarked
package io.gatehouse.application.cimd;

import org.jspecify.annotations.NullMarked;
