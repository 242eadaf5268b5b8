/// The pages on which people look after the passkeys and factors that protect their account.
@NullMarked
package io.gatehouse.account.page.factor;

import org.jspecify.annotations.NullMarked;
