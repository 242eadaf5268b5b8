@NullMarked
package io.gatehouse.platform.db;

import org.jspecify.annotations.NullMarked;
