/** Sign-in with Kakao, which needs no client secret. */
@NullMarked
package io.gatehouse.connectors.kakao;

import org.jspecify.annotations.NullMarked;
