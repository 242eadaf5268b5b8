/** What signing in with WeChat on the web and in apps have in common. */
@NullMarked
package io.gatehouse.connectors.wechat;

import org.jspecify.annotations.NullMarked;
