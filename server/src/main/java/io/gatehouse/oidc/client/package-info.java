/// Who calls the provider: an application as the protocol sees it, and how it proves to be that
/// application.
@NullMarked
package io.gatehouse.oidc.client;

import org.jspecify.annotations.NullMarked;
