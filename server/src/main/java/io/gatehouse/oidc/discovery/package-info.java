/// What the provider says about itself: discovery documents and the key set.
@NullMarked
package io.gatehouse.oidc.discovery;

import org.jspecify.annotations.NullMarked;
