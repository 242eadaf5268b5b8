/// A sign-in (or registration, or consent) under way, kept in the database between requests: the
/// validated authorization request, what the person proved and typed so far, and in the end the
/// result that the authorization endpoint picks up.
///
/// The browser holds the interaction's id in a cookie that maps client ids to interaction ids, so
/// that two applications can sign in at once. A row is changed only with its version in the WHERE:
/// of two submits at once, one wins.
@NullMarked
package io.gatehouse.interaction;

import org.jspecify.annotations.NullMarked;
