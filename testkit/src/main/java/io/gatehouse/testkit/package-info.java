/**
 * Stand-ins of the outside world, for tests: an application of its own over the server's jar, which
 * holds none of it. Whoever can reach a server with the testkit owns it; {@code ./gatehouse start}
 * without {@code --testkit} never loads a class of this module.
 */
@NullMarked
package io.gatehouse.testkit;

import org.jspecify.annotations.NullMarked;
