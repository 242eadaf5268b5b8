/// Whose request is this. A tenant is a world of its own: users, applications, keys, settings. The
/// core listener serves the tenant `default`, the admin listener the tenant `admin`, whose users
/// and applications manage the others.
@NullMarked
package io.gatehouse.tenant;

import org.jspecify.annotations.NullMarked;
