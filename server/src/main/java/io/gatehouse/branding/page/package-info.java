/**
 * How the hosted pages look and what they say. {@link io.gatehouse.branding.page.Page} lists what
 * can be shown, {@link io.gatehouse.branding.page.Pages} turns one into HTML with its headers;
 * {@code context} holds what all of them need besides. Nothing here decides anything.
 *
 * <p>Where the forms go (each followed by {@link
 * io.gatehouse.branding.page.context.FormState#query()}), and their fields:
 *
 * <pre>
 * POST /sign-in                          identifier, password?
 * POST /sign-in/password                 password
 * POST /captcha                          captcha       (from the page's script, before one of these)
 * POST /register                         identifier, password?, terms?
 * POST /{register,continue}/password     password
 * POST /forgot-password                  identifier
 * POST /forgot-password/reset            password
 * POST /{flow}/verification-code         code        (/resend: no field; /sign-in/verification-code/send starts one)
 * POST /continue/{username,email,phone}  identifier
 * POST /social                           connector, terms?
 * POST /social/link/{connector}          do=link|create
 * POST /mfa-verification                 factor
 * POST /mfa-verification/{factor}        code, or credential (/resend: no field)
 * POST /mfa-onboarding                   do=enable|skip
 * POST /mfa-binding                      factor        (/skip: no field)
 * POST /mfa-binding/{factor}             code, identifier, credential or nothing
 * POST /mfa-binding/{factor}/verification-code  code    (/resend: no field)
 * POST /consent                          decision=allow|deny, organization?
 * POST /account/profile                  the profile's fields
 * POST /account/proof                    password      (/send: factor, /code: code)
 * POST /account/{email,phone,username}   identifier    (/remove: no field, /verification-code: code)
 * POST /account/password                 password
 * POST /account/authenticator-app        secret, code  (/replace: the same, /remove: no field)
 * POST /account/backup-codes/generate    codes         (/regenerate: the same, /remove: no field)
 * POST /account/passkey/add              credential
 * POST /account/passkey/manage/{id}/…    rename: name, remove: no field
 * POST /account/sessions/…               no field
 * POST /account/social/{id}              no field      (/change, /remove: no field)
 * POST /language                         language, return_to
 * POST /oidc/session/end/confirm         xsrf, logout=yes when confirmed
 * </pre>
 *
 * Every form but the last carries the hidden {@code form_token}.
 */
@NullMarked
package io.gatehouse.branding.page;

import org.jspecify.annotations.NullMarked;
