/** Codes as text messages to mainland China through the number authentication of Alibaba Cloud. */
@NullMarked
package io.gatehouse.connectors.aliyunauth;

import org.jspecify.annotations.NullMarked;
