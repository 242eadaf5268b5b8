/// Pictures and other files that administrators and people upload: a logo, an avatar. They lie in
/// the database, so that backups and all nodes have them, and never change. Anyone who knows an
/// asset's address may read it; it is served so that nothing in it can run. The pictures of a
/// person are deleted with them.
///
/// Routes: `/api/user-assets` (Management API), `/user-assets/{id}/{name}` (public).
@NullMarked
package io.gatehouse.asset;

import org.jspecify.annotations.NullMarked;
