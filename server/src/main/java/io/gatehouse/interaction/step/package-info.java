/// What the steps of a sign-in share: the state they read and write, the proofs they collect, and
/// the ways they fail. Each step is a folder of rules without HTTP; the hosted pages and the
/// Experience API are two surfaces over the same steps.
///
/// A step takes an [io.gatehouse.interaction.step.Journey] and answers the state as it is after it;
/// the surface writes that down.
@NullMarked
package io.gatehouse.interaction.step;

import org.jspecify.annotations.NullMarked;
