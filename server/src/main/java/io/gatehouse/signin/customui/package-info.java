/// Serves sign-in pages of a tenant's own in the place of the hosted ones: the files of the archive
/// that the settings name, and its index wherever a page of the sign-in would be.
@NullMarked
package io.gatehouse.signin.customui;

import org.jspecify.annotations.NullMarked;
