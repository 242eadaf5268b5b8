/**
 * From what a client sent to what a rule takes: JSON bodies become records, query parameters become
 * typed values.
 *
 * <p>A body is a record marked {@link io.gatehouse.platform.input.Input}. Its components say what
 * is accepted: a plain type is required, {@code @Nullable} may be absent, {@link
 * io.gatehouse.platform.input.NullAllowed} may also be {@code null}, and {@link
 * io.gatehouse.platform.input.Change} keeps absent and {@code null} apart, as a PATCH must. Sizes,
 * patterns and bounds are Jakarta Validation's annotations, so that the OpenAPI document shows
 * them; nested records, lists, maps and enums follow from their types. Everything wrong with a part
 * is reported at once, in the issue format that published clients read.
 */
@NullMarked
package io.gatehouse.platform.input;

import org.jspecify.annotations.NullMarked;
