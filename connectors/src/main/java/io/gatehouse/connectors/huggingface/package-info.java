/** Sign-in with Hugging Face: the connector, its form, its logo and its readme. */
@NullMarked
package io.gatehouse.connectors.huggingface;

import org.jspecify.annotations.NullMarked;
