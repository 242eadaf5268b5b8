/// Sign-in settings as an administrator is trying them out, before they are saved: kept for a few
/// minutes under a secret link, where the hosted pages draw pictures of themselves in these
/// settings. The pages are `signin/preview`.
///
/// Routes: `/api/sign-in-previews`, an addition of ours to the convention.
@NullMarked
package io.gatehouse.branding.preview;

import org.jspecify.annotations.NullMarked;
