/// The page on which people read and change what is known of them, and that of their picture.
@NullMarked
package io.gatehouse.account.page.profile;

import org.jspecify.annotations.NullMarked;
