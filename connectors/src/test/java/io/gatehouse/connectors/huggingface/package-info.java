@NullMarked
package io.gatehouse.connectors.huggingface;

import org.jspecify.annotations.NullMarked;
