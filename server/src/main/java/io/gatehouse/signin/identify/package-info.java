/// The sign-in page: who are you. Where all methods are passwords it asks for the password as well;
/// otherwise the identifier comes first and decides what is asked next.
///
/// Routes: `/sign-in`, `/identifier-sign-in`.
@NullMarked
package io.gatehouse.signin.identify;

import org.jspecify.annotations.NullMarked;
