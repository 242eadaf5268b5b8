/// Pictures of the hosted pages in settings that an administrator is trying out. They come from the
/// same views and templates as the pages themselves, and do nothing.
///
/// Route: `/preview/{token}`.
@NullMarked
package io.gatehouse.signin.preview;

import org.jspecify.annotations.NullMarked;
