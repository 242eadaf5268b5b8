/// The page that a link with a one-time token leads to.
@NullMarked
package io.gatehouse.signin.onetimetoken;

import org.jspecify.annotations.NullMarked;
