/// Personal access tokens: secrets by which a person's scripts get access tokens. A name is unique
/// among a person's tokens; values are sealed, because the API shows them again, and found by a
/// keyed digest.
///
/// Routes: `/api/users/{id}/personal-access-tokens`. Table: `personal_access_tokens`.
/// [PersonalAccessTokens] is the only door.
@NullMarked
package io.gatehouse.user.token;

import org.jspecify.annotations.NullMarked;
