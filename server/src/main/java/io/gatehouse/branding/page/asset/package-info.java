/// What a hosted page is drawn with besides its markup: the stylesheet, the scripts and the mark,
/// and the picture of a page that holds all of them.
@NullMarked
package io.gatehouse.branding.page.asset;

import org.jspecify.annotations.NullMarked;
