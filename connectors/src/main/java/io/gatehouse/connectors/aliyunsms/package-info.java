/** Text messages through Short Message Service of Alibaba Cloud. */
@NullMarked
package io.gatehouse.connectors.aliyunsms;

import org.jspecify.annotations.NullMarked;
