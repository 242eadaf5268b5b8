/// How an application proves that it is itself: the one method that it keeps to, if it does, and
/// the public keys that its assertions and signed requests are checked with. Without any of it, the
/// application shows one of its secrets by whichever method it likes.
///
/// [ApplicationAuthentications] is the only door; `oidc/client` asks it when it loads a client.
/// Routes: `/api/applications/{id}/authentication`. Table: `application_authentication`.
@NullMarked
package io.gatehouse.application.authentication;

import org.jspecify.annotations.NullMarked;
