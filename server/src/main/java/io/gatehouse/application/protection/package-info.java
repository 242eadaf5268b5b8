/// Sites behind a proxy that signs people in for them. No such proxy is part of the product, so the
/// settings say so. Routes: `/api/systems/application`,
/// `/api/applications/{id}/protected-app-metadata`.
@NullMarked
package io.gatehouse.application.protection;

import org.jspecify.annotations.NullMarked;
