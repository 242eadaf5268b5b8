/**
 * Sign-in with Hugging Face: the connector, its form, its logo and its readme.
 *
 * <p>The shortest connector there is; copy it to write another.
 */
@NullMarked
package io.gatehouse.connectors.huggingface;

import org.jspecify.annotations.NullMarked;
