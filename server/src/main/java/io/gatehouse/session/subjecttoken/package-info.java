/// Subject tokens: an administrator's permission to act as a person for a moment, exchanged once
/// for an access token. Only their SHA-256 is kept. Route: `/api/subject-tokens`. Table:
/// `subject_tokens`. [io.gatehouse.session.subjecttoken.SubjectTokens] is the only door.
@NullMarked
package io.gatehouse.session.subjecttoken;

import org.jspecify.annotations.NullMarked;
