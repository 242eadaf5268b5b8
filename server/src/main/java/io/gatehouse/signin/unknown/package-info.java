/// What browsers see at addresses that have no page: that there is none, or, where a form was sent,
/// the page that it stands on.
@NullMarked
package io.gatehouse.signin.unknown;

import org.jspecify.annotations.NullMarked;
