/** Sign-in with GitLab. */
@NullMarked
package io.gatehouse.connectors.gitlab;

import org.jspecify.annotations.NullMarked;
