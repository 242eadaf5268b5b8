/// Where people have signed in, as a proxy in front tells it. Read and written only where a tenant
/// asks for second factors by what is unusual.
///
/// Table: `user_places`. [UserPlaces] is the only door.
@NullMarked
package io.gatehouse.user.place;

import org.jspecify.annotations.NullMarked;
