/** Sign-in with TikTok, whose clients have keys. */
@NullMarked
package io.gatehouse.connectors.tiktok;

import org.jspecify.annotations.NullMarked;
