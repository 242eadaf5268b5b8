/**
 * What every HTTP answer of the server has in common: the request id, the security headers, the
 * shape of errors and of JSON, how bodies are read, and in which language a reader is answered.
 * Knows no noun.
 *
 * <p>{@code listener} holds the two doors, {@code direct} is the short way that a few endpoints
 * take. The order of work for all others: {@link io.gatehouse.platform.http.HttpSurface} (before
 * any resource is chosen), the resource's own filters, {@link
 * io.gatehouse.platform.http.InputReader}, the resource, {@link
 * io.gatehouse.platform.http.JsonWriter}; {@link io.gatehouse.platform.http.Failures} answers
 * whatever is thrown on the way.
 */
@NullMarked
package io.gatehouse.platform.http;

import org.jspecify.annotations.NullMarked;
