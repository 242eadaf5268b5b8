/// What all hosted pages with forms have in common, whether somebody signs in or looks after their
/// account: the fields as they were sent, the proof that the form is ours, and where on the page a
/// refusal is shown.
@NullMarked
package io.gatehouse.interaction.form;

import org.jspecify.annotations.NullMarked;
