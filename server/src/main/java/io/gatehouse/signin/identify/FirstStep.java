package io.gatehouse.signin.identify;

import io.gatehouse.branding.ConnectorKinds;
import io.gatehouse.branding.Methods;
import io.gatehouse.branding.Policies;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.page.SocialButton;
import io.gatehouse.branding.page.Ways;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.sso.SsoDomains;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.signin.HumanTicket;
import io.gatehouse.signin.LoggedCodes;
import io.gatehouse.signin.Scene;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.VisitLog;
import io.gatehouse.signin.sso.SsoDeparture;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.UserKeys;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a journey offers at its beginning, and where an identifier alone leads. */
@Singleton
public class FirstStep {
  private final LoggedCodes codes;
  private final Providers providers;
  private final Enterprises enterprises;
  private final Recovery recovery;
  private final VisitLog log;

  FirstStep(
      LoggedCodes codes,
      Providers providers,
      Enterprises enterprises,
      Recovery recovery,
      VisitLog log) {
    this.log = log;
    this.recovery = recovery;
    this.enterprises = enterprises;
    this.codes = codes;
    this.providers = providers;
  }

  /** Whose people sign in elsewhere, and the way there. */
  @Singleton
  record Enterprises(SsoDomains domains, SsoDeparture departure) {}

  /**
   * To the enterprise that an address belongs to; empty when it belongs to none, or is no address.
   * Whether addresses are taken here otherwise makes no difference.
   */
  public Optional<Response> toEnterprise(Visit visit, String typed, boolean accepted) {
    return UserKeys.looksLikeEmail(typed)
        ? enterprises.departure().ofEmail(visit, typed, accepted)
        : Optional.empty();
  }

  /** How somebody gets another password. */
  public Recovery recovery() {
    return recovery;
  }

  /** What the provider is called from whom somebody has come; null where nobody has sent them. */
  public @Nullable String provider(Visit visit, Journey journey) {
    return journey
        .state()
        .record(VerificationRecord.Social.class)
        .filter(VerificationRecord::verified)
        .flatMap(
            record -> providers.name(journey.tenantId(), record.connectorId(), visit.language()))
        .orElse(null);
  }

  /** Where the steps of a page are logged. */
  public VisitLog log() {
    return log;
  }

  /** To the page that asks for this identifier's proof. */
  Response go(Visit visit, Journey journey, Identifier identifier) {
    Methods.Method method = journey.experience().signIn().of(identifier.type()).orElseThrow();
    if (method.password() && (method.isPasswordPrimary() || !method.verificationCode())) {
      InteractionState state = journey.state();
      InteractionState typed = state.with(state.memory().withIdentifier(identifier.value()));
      visit.save(journey, HumanTicket.carried(visit, typed));
      return visit.go("/sign-in/password");
    }
    return sendCode(visit, journey, identifier);
  }

  /** Sends a code and goes to where it is typed. */
  public Response sendCode(Visit visit, Journey attempt, Identifier identifier) {
    Journey journey = HumanTicket.use(visit, attempt);
    InteractionState sent = codes.send(visit, journey, identifier, InteractionEvent.SIGN_IN);
    visit.save(journey, sent.with(sent.memory().withIdentifier(identifier.value())));
    return visit.go("/sign-in/verification-code");
  }

  /** The ways besides the form. */
  public Ways ways(Scene scene, boolean signingIn) {
    SignInExperience experience = scene.experience();
    List<SocialButton> buttons = providers.buttons(scene);
    return new Ways(
        buttons,
        signingIn && experience.registers() && !experience.signUp().identifiers().isEmpty(),
        !signingIn && experience.signsIn() && !experience.signIn().methods().isEmpty(),
        signingIn && recovery.offered(scene),
        enterprises.domains().any(scene.tenant(), experience),
        signingIn ? passkeys(experience) : Ways.Passkeys.NONE,
        providers.prompt(scene).orElse(null));
  }

  private static Ways.Passkeys passkeys(SignInExperience experience) {
    Policies.Passkey policy = experience.passkeySignIn();
    return new Ways.Passkeys(policy.hasButton(), policy.fillsIn());
  }

  /** The button of a connector. */
  public static SocialButton button(ConnectorKinds.Social social, Language language) {
    return new SocialButton(social.id(), social.name(language), social.logo(), social.darkLogo());
  }
}
