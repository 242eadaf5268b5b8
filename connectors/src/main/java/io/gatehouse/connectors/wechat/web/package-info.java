/** Sign-in with WeChat on web pages, by a code to scan. */
@NullMarked
package io.gatehouse.connectors.wechat.web;

import org.jspecify.annotations.NullMarked;
