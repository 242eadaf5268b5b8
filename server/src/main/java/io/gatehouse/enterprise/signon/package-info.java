/// Sign-ins at an enterprise's identity provider: the way there, and who came back. Each protocol
/// has its class; [io.gatehouse.enterprise.signon.SignOn] is the only door.
///
/// What a provider says of a person is taken down as
/// [io.gatehouse.enterprise.signon.EnterprisePerson]: their id there, and members `name`, `avatar`,
/// `email`, `phone`. An address of which the provider does not say that it is the person's is
/// called `unverifiedEmail`, and decides nothing.
@NullMarked
package io.gatehouse.enterprise.signon;

import org.jspecify.annotations.NullMarked;
