package io.gatehouse.signin.preview;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Methods;
import io.gatehouse.branding.page.IdentifierKind;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.branding.page.SentCode;
import io.gatehouse.branding.page.context.Pictures;
import io.gatehouse.interaction.form.PasswordHints;
import io.gatehouse.platform.i18n.PhraseGroup;
import io.gatehouse.platform.i18n.Phrases;
import io.gatehouse.signin.Scene;
import io.gatehouse.signin.Typed;
import io.gatehouse.signin.identify.FirstStep;
import io.gatehouse.signin.identify.SignInView;
import io.gatehouse.signin.register.RegisterView;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The pages that can be previewed, with somebody in them who does not exist. */
@Singleton
class PreviewView {
  private static final String MAILBOX = "ada@example.com";
  private static final String NUMBER = "+1 555 0100";
  private static final String NAME = "Ada Lovelace";

  private final SignInView signIn;
  private final RegisterView register;
  private final FirstStep first;
  private final Phrases phrases;

  PreviewView(SignInView signIn, RegisterView register, FirstStep first, Phrases phrases) {
    this.signIn = signIn;
    this.register = register;
    this.first = first;
    this.phrases = phrases;
  }

  /** The page of this name; the one that people meet first where there is none. */
  Page of(String name, Scene scene) {
    return switch (name) {
      case "register" -> register.of(scene, "", Problems.NONE);
      case "password" -> password(scene);
      case "new-password" ->
          new Page.NewPassword(
              Page.Flow.REGISTER,
              MAILBOX,
              PasswordHints.of(scene.experience().passwordPolicy()),
              Problems.NONE);
      case "code" -> code(scene);
      case "second-step" -> SecondStepView.choose(scene);
      case "second-step-setup" -> SecondStepView.setUp(scene);
      case "passkey" -> SecondStepView.passkey();
      case "forgot-password" ->
          new Page.ForgotPassword(Typed.kinds(recovery(scene)), "", Problems.NONE);
      case "consent" -> consent(scene);
      case "suspended" -> new Page.AccountSuspended();
      case "unknown-session" -> new Page.UnknownSession(null);
      default ->
          scene.experience().signsIn()
              ? signIn.of(scene, "", Problems.NONE)
              : register.of(scene, "", Problems.NONE);
    };
  }

  private Page password(Scene scene) {
    Optional<Methods.Method> method =
        scene.experience().signIn().methods().stream().filter(Methods.Method::password).findFirst();
    return new Page.Password(
        method.map(each -> example(each.identifier())).orElse(MAILBOX),
        method.filter(Methods.Method::verificationCode).isPresent(),
        scene.experience().passkeySignIn().afterIdentifier(),
        first.recovery().offered(scene),
        Problems.NONE);
  }

  private static Page code(Scene scene) {
    boolean byPhone =
        scene.experience().signIn().methods().stream()
            .filter(Methods.Method::verificationCode)
            .findFirst()
            .filter(method -> method.identifier() == IdentifierType.PHONE)
            .isPresent();
    IdentifierKind channel = byPhone ? IdentifierKind.PHONE : IdentifierKind.EMAIL;
    var sent =
        new SentCode.Sent(
            channel,
            byPhone ? NUMBER : MAILBOX,
            scene.experience().verificationCodePolicy().life(),
            Duration.ZERO,
            false);
    return new SentCode(
        "/sign-in/verification-code",
        sent,
        List.of(SentCode.Link.change(channel, "/sign-in")),
        Problems.NONE);
  }

  private Page consent(Scene scene) {
    List<Page.Permission> permissions =
        List.of("profile", "email").stream()
            .map(scope ->
                new Page.Permission(
                    phrases.text(PhraseGroup.SIGNIN, scene.language(), "consent.scope." + scope),
                    null))
            .toList();
    return new Page.Consent(
        new Page.Client("Example", Pictures.NONE, "app.example.com", null, null),
        new Page.Person(NAME, MAILBOX, null),
        permissions,
        List.of(),
        List.of());
  }

  private List<IdentifierType> recovery(Scene scene) {
    List<IdentifierType> types = first.recovery().types(scene);
    return types.isEmpty() ? List.of(IdentifierType.EMAIL) : types;
  }

  private static String example(IdentifierType type) {
    return switch (type) {
      case EMAIL -> MAILBOX;
      case PHONE -> NUMBER;
      case USERNAME -> "ada";
    };
  }
}
