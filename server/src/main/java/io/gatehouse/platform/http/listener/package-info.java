/**
 * The two doors of the server: where they listen, how they speak TLS, which certificate is shown.
 */
@NullMarked
package io.gatehouse.platform.http.listener;

import org.jspecify.annotations.NullMarked;
