/// The service that tells people from programs at the sign-in pages: one a tenant, its keys sealed.
///
/// Configuring it does not switch it on, deleting it switches it off. Routes:
/// `/api/captcha-provider`. Table: `captcha_providers`.
/// [io.gatehouse.branding.captcha.CaptchaProviders] keeps it,
/// [io.gatehouse.branding.captcha.Captchas] asks it.
@NullMarked
package io.gatehouse.branding.captcha;

import org.jspecify.annotations.NullMarked;
