package io.gatehouse.interaction.step.captcha;

import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.audit.log.Logs;
import io.gatehouse.branding.captcha.Captchas;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** A person shows that they are one, by a captcha. */
@Singleton
public class CaptchaStep {
  private final Captchas captchas;
  private final Logs logs;

  CaptchaStep(Captchas captchas, Logs logs) {
    this.captchas = captchas;
    this.logs = logs;
  }

  /** Has the provider check the token; why it refuses is for administrators, in the log. */
  public InteractionState verify(Journey journey, String token) {
    Optional<String> refusal = captchas.refusal(journey.tenantId(), token);
    LogEntry entry = entry(journey);
    if (refusal.isEmpty()) {
      logs.append(journey.tenantId(), entry);
      return journey.state().withCaptcha();
    }
    Map<String, String> error =
        Map.of("code", StepError.CAPTCHA_FAILED.code(), "reason", refusal.get());
    logs.append(journey.tenantId(), entry.failed(error));
    throw StepError.CAPTCHA_FAILED.exception();
  }

  /** Ends the request where the settings ask for a captcha and nobody has shown to be there. */
  public static void require(Journey journey) {
    if (asks(journey) && !journey.state().human()) {
      throw StepError.CAPTCHA_REQUIRED.exception();
    }
  }

  /** Whether the settings ask for a captcha. */
  public static boolean asks(Journey journey) {
    return journey.experience().captchaPolicy().on();
  }

  private static LogEntry entry(Journey journey) {
    return LogEntry.of("Interaction.Create.Captcha")
        .by(null, journey.interaction().applicationId(), journey.interaction().name())
        .from(journey.visitor().ip(), journey.visitor().userAgent());
  }
}
