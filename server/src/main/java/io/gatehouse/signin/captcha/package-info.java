/// Showing to be a person, before a form that needs it is sent.
///
/// The page's script asks the provider's widget for a token and has it checked here, so that
/// nothing typed is lost where that fails; then it sends the form. One captcha lets one attempt
/// through: [io.gatehouse.signin.HumanTicket]. Routes: `/captcha`.
@NullMarked
package io.gatehouse.signin.captcha;

import org.jspecify.annotations.NullMarked;
