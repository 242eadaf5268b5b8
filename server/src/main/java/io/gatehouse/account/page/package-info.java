/// The pages of the account centre: what the Account API does, for people of tenants that have no
/// pages of their own for it. They are drawn by the server and looked at in the browser's session
/// at the provider, so no token is in the browser; the checks and rules are the API's.
///
/// Routes: `/account` and below it `security`, `profile[/picture]`, `sessions`, `proof`, `email`,
/// `phone`, `username`, `password`, `authenticator-app[/replace]`, `passkey/{add,manage}`,
/// `backup-codes/{generate,regenerate,manage}`, `social/{id}[/change]`, `success`. What can be
/// given up has a page that asks first, `…/remove`, `…/end` or `…/revoke`, whose form does it. Each
/// takes `redirect` (where to go when it is done), `show_success` and `ui_locales`.
///
/// Every handler names its page, what must hold before anybody sees it (as the API's operation
/// begins), and what it then shows or does; {@link io.gatehouse.account.page.AccountVisit} is the
/// frame around them. Those of the profile are in `profile`, those of passkeys and further factors
/// in `factor`.
@NullMarked
package io.gatehouse.account.page;

import org.jspecify.annotations.NullMarked;
