/// The program that runs scripts: a JVM whose class path is this and the engine.
@NullMarked
package io.gatehouse.sandbox.worker;

import org.jspecify.annotations.NullMarked;
