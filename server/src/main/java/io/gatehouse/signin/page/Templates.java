package io.gatehouse.signin.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The templates in {@code templates/signin}, checked by the build against the records they show.
 */
@CheckedTemplate(basePath = "signin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class Templates {
  private Templates() {}

  static native TemplateInstance signIn(Page.SignIn page, View view);

  static native TemplateInstance password(Page.Password page, View view);

  static native TemplateInstance register(Page.Register page, View view);

  static native TemplateInstance newPassword(Page.NewPassword page, View view);

  static native TemplateInstance code(Page.Code page, View view);

  static native TemplateInstance missing(Page.Continue page, View view);

  static native TemplateInstance forgotPassword(Page.ForgotPassword page, View view);

  static native TemplateInstance linkAccount(Page.LinkAccount page, View view);

  static native TemplateInstance consent(Page.Consent page, View view);

  static native TemplateInstance failure(Page.Failure page, View view);

  static native TemplateInstance refusedRedirect(Page.RefusedRedirect page, View view);

  static native TemplateInstance unknownSession(Page.UnknownSession page, View view);

  static native TemplateInstance accountSuspended(Page.AccountSuspended page, View view);

  static native TemplateInstance signOutConfirm(Page.SignOutConfirm page, View view);

  static native TemplateInstance signedOut(Page.SignedOut page, View view);

  static native TemplateInstance logoutForward(Page.LogoutForward page, View view);

  static native TemplateInstance formPost(Page.FormPost page, View view);
}
