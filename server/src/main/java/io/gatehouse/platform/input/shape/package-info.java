/// How each kind of value is read and described: texts, numbers, lists, records. Which one a type
/// has is in [Shapes].
@NullMarked
package io.gatehouse.platform.input.shape;

import org.jspecify.annotations.NullMarked;
