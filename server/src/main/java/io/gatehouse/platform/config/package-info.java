/**
 * What an operator can set, the folder where the server keeps its own data, and the problems that
 * keep it from starting. A setting is one component of {@link
 * io.gatehouse.platform.config.Settings}.
 */
@NullMarked
package io.gatehouse.platform.config;

import org.jspecify.annotations.NullMarked;
