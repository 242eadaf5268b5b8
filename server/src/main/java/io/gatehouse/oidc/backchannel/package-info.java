/// Signs people in where they are not: an application names somebody, who gets an e-mail with a
/// link, signs in there, reads who asks and why, and allows it or not. The application asks again
/// and again until then.
///
/// `POST /oidc/bc-authorize` begins ([BackchannelResource]). The link leads to `/oidc/backchannel`
/// ([BackchannelPage]), which sends the browser through the authorization endpoint like any
/// application would, so that signing in and consent are the usual ones; its code prepares the
/// grant, and the decision makes it the application's. The token endpoint's `BackchannelGrant`
/// hands the tokens out. Table: `backchannel_requests`. Source: [CIBA
/// Core](https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html)
@NullMarked
package io.gatehouse.oidc.backchannel;

import org.jspecify.annotations.NullMarked;
