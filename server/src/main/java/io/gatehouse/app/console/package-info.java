/// The Console's files as the build of `console/` leaves them, at `/console` of the admin listener.
@NullMarked
package io.gatehouse.app.console;

import org.jspecify.annotations.NullMarked;
