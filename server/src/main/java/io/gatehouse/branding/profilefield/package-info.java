/// Custom profile fields: what a tenant asks people beyond the usual, at registration and in the
/// account center.
///
/// A field's name is the member of the person's profile or custom data that it fills; it is unique
/// and never changes. Its type decides what its `config` may hold. The order of the fields is the
/// order of the form. Deleting a field takes it from the forms, and leaves what people have
/// answered.
///
/// Routes: `/api/custom-profile-fields`. Table: `profile_fields`.
/// [io.gatehouse.branding.profilefield.ProfileFields] is the only door.
@NullMarked
package io.gatehouse.branding.profilefield;

import org.jspecify.annotations.NullMarked;
