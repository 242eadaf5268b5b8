/// The hosted pages: plain forms that work without a script, over the steps in `interaction.step`.
/// One folder a step; [io.gatehouse.branding.page] says how they look.
///
/// Every form carries a token that only the interaction's own browser can have seen. A form that is
/// sent twice ends where the first one did. What a form gets wrong is shown on the page it came
/// from, with status 200: nothing of the protocol has failed, and the strictest of the browsers
/// without a script, and the tools that emulate them, stop at a 4xx without showing the page.
@NullMarked
package io.gatehouse.signin;

import org.jspecify.annotations.NullMarked;
