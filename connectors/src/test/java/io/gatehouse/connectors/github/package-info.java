@NullMarked
package io.gatehouse.connectors.github;

import org.jspecify.annotations.NullMarked;
