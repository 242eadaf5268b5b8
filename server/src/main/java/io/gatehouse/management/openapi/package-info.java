/// The OpenAPI descriptions of the APIs. Paths, parameters and words come from the resources'
/// annotations; what a body may hold is told by the guard that reads it, what an answer holds by
/// the record that is written, so that the description cannot differ from what happens.
@NullMarked
package io.gatehouse.management.openapi;

import org.jspecify.annotations.NullMarked;
