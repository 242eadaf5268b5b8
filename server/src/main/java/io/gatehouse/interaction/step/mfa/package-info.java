/// The second factor: when it is asked for, showing it, and adding one on the way in.
///
/// [SecondFactorCheck] says whether somebody has to show one, [BindingOffers] whether they are to
/// add one; each kind of factor has a step, and [BindStep] takes what was proved into the account
/// when the interaction ends.
@NullMarked
package io.gatehouse.interaction.step.mfa;

import org.jspecify.annotations.NullMarked;
