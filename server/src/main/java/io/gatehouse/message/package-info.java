/// What the server tells people by e-mail or text message: choosing the connector that carries a
/// message, and what its templates may name.
@NullMarked
package io.gatehouse.message;

import org.jspecify.annotations.NullMarked;
