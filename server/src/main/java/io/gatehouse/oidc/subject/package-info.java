/// What an application knows a person by: the same id everywhere, or for applications that are set
/// so one that nobody outside their group of addresses knows.
///
/// [SubjectIdentifiers] is the only door. Table: `pairwise_subjects`. Source: [OpenID Connect Core
/// §8](https://openid.net/specs/openid-connect-core-1_0.html#SubjectIDTypes)
@NullMarked
package io.gatehouse.oidc.subject;

import org.jspecify.annotations.NullMarked;
