/// Connects devices without a keyboard: the device shows a code, its person types it into a
/// browser.
///
/// `POST /oidc/device/auth` hands out the codes. [DeviceResource] takes the typed one: the browser
/// is bound to it, and sent to the authorization endpoint like for any application; the code that
/// comes of that returns to `/oidc/device/done` and connects the device. [DevicePage] shows the
/// pages. The token endpoint's `DeviceCodeGrant` is where the device gets its tokens. Table:
/// `device_authorizations`.
@NullMarked
package io.gatehouse.oidc.device;

import org.jspecify.annotations.NullMarked;
