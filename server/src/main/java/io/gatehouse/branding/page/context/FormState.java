package io.gatehouse.branding.page.context;

import io.gatehouse.branding.captcha.CaptchaWidget;
import org.jspecify.annotations.Nullable;

/**
 * What a page's forms and links carry along.
 *
 * @param token the hidden {@code form_token}; empty on pages without an interaction
 * @param query what follows every path of ours, such as {@code ?app_id=…}; may be empty
 * @param returnTo the path to come back to after a choice of language; without it the choice is not
 *     offered
 * @param captcha what asks whether a person is there, before the form is sent; null where nothing
 *     does
 */
public record FormState(
    String token, String query, @Nullable String returnTo, @Nullable CaptchaWidget captcha) {
  /** Pages outside an interaction. */
  public static final FormState NONE = new FormState("", "", null);

  /** Without a captcha. */
  public FormState(String token, String query, @Nullable String returnTo) {
    this(token, query, returnTo, null);
  }
}
