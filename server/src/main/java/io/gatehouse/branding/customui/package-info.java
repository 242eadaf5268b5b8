/// Sign-in pages of the tenant's own: a zip of a website that is served in the place of the hosted
/// pages and talks to the Experience API. An archive never changes; the sign-in settings say by
/// `customUiAssets` which one is served, and the hosted pages are back when they name none.
///
/// Route: `/api/sign-in-exp/default/custom-ui-assets`. Tables: `custom_uis`, `custom_ui_files`.
/// [io.gatehouse.branding.customui.CustomUis] is the only door.
@NullMarked
package io.gatehouse.branding.customui;

import org.jspecify.annotations.NullMarked;
