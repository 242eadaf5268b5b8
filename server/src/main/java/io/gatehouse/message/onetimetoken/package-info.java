/// One-time tokens: whoever shows one proves that an e-mail address is theirs. A program makes it,
/// mails it as a link of its own, and the person signs in with it or the program has it verified.
///
/// A token is shown again by the API, so it is sealed, and found by a keyed digest. It is used
/// once: one conditional statement consumes it. Routes: `/api/one-time-tokens`. Table:
/// `one_time_tokens`.
@NullMarked
package io.gatehouse.message.onetimetoken;

import org.jspecify.annotations.NullMarked;
