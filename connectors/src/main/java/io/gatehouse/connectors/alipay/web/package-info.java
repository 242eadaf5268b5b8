/** Sign-in with Alipay on web pages. */
@NullMarked
package io.gatehouse.connectors.alipay.web;

import org.jspecify.annotations.NullMarked;
