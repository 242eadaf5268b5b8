/// The roles of a machine-to-machine application, from both sides. Routes:
/// `/api/applications/{id}/roles`, `/api/roles/{id}/applications`.
@NullMarked
package io.gatehouse.application.role;

import org.jspecify.annotations.NullMarked;
