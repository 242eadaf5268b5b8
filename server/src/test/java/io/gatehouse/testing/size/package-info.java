/** A tenant of many, beside a small one: that lists cost the same whatever a tenant's size. */
@NullMarked
package io.gatehouse.testing.size;

import org.jspecify.annotations.NullMarked;
