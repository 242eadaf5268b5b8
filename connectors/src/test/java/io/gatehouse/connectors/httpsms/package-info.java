@NullMarked
package io.gatehouse.connectors.httpsms;

import org.jspecify.annotations.NullMarked;
