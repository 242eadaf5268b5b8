@NullMarked
package io.gatehouse.connectors.smtp;

import org.jspecify.annotations.NullMarked;
