/// Session management: an application's page finds out, without a request of its own, that the
/// person has signed out or changed. [SessionState] is what the application is told at sign-in;
/// [CheckSessionResource] is the frame that its page asks.
@NullMarked
package io.gatehouse.oidc.session;

import org.jspecify.annotations.NullMarked;
