/** E-mail through Direct Mail of Alibaba Cloud. */
@NullMarked
package io.gatehouse.connectors.aliyundirectmail;

import org.jspecify.annotations.NullMarked;
