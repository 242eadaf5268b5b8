/// Signed-in browsers. A session belongs to one person; every application that person signs in to
/// from the browser shares it. The cookie holds a secret that is stored as its SHA-256; the public
/// id never lets anybody in. A suspended person's session counts as none.
/// [io.gatehouse.session.grant] says what the person granted to whom.
@NullMarked
package io.gatehouse.session;

import org.jspecify.annotations.NullMarked;
