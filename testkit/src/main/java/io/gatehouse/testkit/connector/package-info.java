/**
 * Connectors that reach nobody: messages end in files, and the provider believes what it is told.
 */
@NullMarked
package io.gatehouse.testkit.connector;

import org.jspecify.annotations.NullMarked;
