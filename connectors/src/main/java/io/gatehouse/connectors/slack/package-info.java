/** Sign-in with Slack, which reports failures with status 200. */
@NullMarked
package io.gatehouse.connectors.slack;

import org.jspecify.annotations.NullMarked;
