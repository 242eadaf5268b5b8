@NullMarked
package io.gatehouse.connectors.httpemail;

import org.jspecify.annotations.NullMarked;
