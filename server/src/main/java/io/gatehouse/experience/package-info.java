/// The Experience API: everything a sign-in page of one's own needs. Its rules are the steps in
/// `interaction.step`; here is only HTTP.
///
/// Routes: `/api/experience` and below, `/api/interaction` and `/api/interaction/consent`. A call
/// belongs to the interaction in the browser's cookie; without one it is `session.not_found`.
@NullMarked
package io.gatehouse.experience;

import org.jspecify.annotations.NullMarked;
