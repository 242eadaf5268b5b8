/// Runs JavaScript of strangers.
///
/// The server talks to a [Sandbox], which keeps a few processes, each with an engine and a heap of
/// its own. A process runs one script at a time, so that whatever a script does to its process is
/// that script's fault and nobody else's loss. `worker` is the program of those processes; the
/// server has none of the classes that it needs.
@NullMarked
package io.gatehouse.sandbox;

import org.jspecify.annotations.NullMarked;
