package io.gatehouse.interaction.step.mfa;

import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.audit.log.Logs;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.JourneyEvents;
import io.gatehouse.interaction.step.Visitor;
import io.gatehouse.platform.db.Db;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.device.Browser;
import io.gatehouse.user.device.DeviceCookie;
import io.gatehouse.user.device.TrustedDevices;
import io.gatehouse.user.device.TrustedDevices.Held;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Spares people their second step in a browser that they have said to trust. */
@Singleton
public class TrustedBrowser {
  private final TrustedDevices devices;
  private final JourneyEvents events;
  private final Logs logs;
  private final Db db;

  TrustedBrowser(TrustedDevices devices, JourneyEvents events, Logs logs, Db db) {
    this.devices = devices;
    this.events = events;
    this.logs = logs;
    this.db = db;
  }

  /**
   * Whether what was proved in this browser before stands in for proving it now. The sign-in may
   * yet be refused for something else, so that its secret is exchanged at the end only.
   */
  boolean vouches(Journey journey, SignInUser person) {
    if (!on(journey) || journey.interaction().wantsProofAnew()) {
      return false;
    }
    String secret = secret(journey, person.user().id());
    return secret != null
        && devices.find(journey.tenantId(), person.user().id(), secret).isPresent();
  }

  /** Whether the person may trust this browser once they have proved a second step. */
  public boolean offered(Journey journey) {
    String userId = journey.state().userId();
    return userId != null
        && on(journey)
        && journey.state().interactionEvent() != InteractionEvent.FORGOT_PASSWORD
        && devices.allowed(journey.tenantId(), userId);
  }

  /**
   * Does at the end of a sign-in what was wished for, or recognises the browser.
   *
   * @return the header that gives it its cookie, if that changes
   */
  public Optional<String> keep(Journey journey) {
    if (!on(journey)) {
      return Optional.empty();
    }
    String userId = Objects.requireNonNull(journey.state().userId());
    String secret = secret(journey, userId);
    Optional<Held> held =
        Boolean.TRUE.equals(journey.state().mfa().deviceTrusted())
            ? trust(journey, userId, secret)
            : recognise(journey, userId, secret);
    return held.map(
        each -> DeviceCookie.header(journey.tenant(), userId, each.secret(), each.life()));
  }

  private Optional<Held> trust(Journey journey, String userId, @Nullable String secret) {
    Optional<Held> trusted =
        db.transaction(
            journey.tenantId(),
            () -> {
              Optional<Held> fresh =
                  devices.trust(journey.tenantId(), userId, browser(journey), secret);
              fresh.ifPresent(held -> events.trusted(journey, userId, held.device()));
              return fresh;
            });
    trusted.ifPresent(held -> log(journey, userId, "TrustedDevice.Created", held));
    return trusted;
  }

  private Optional<Held> recognise(Journey journey, String userId, @Nullable String secret) {
    Optional<Held> used =
        secret == null
            ? Optional.empty()
            : devices.recognise(journey.tenantId(), userId, browser(journey), secret);
    used.ifPresent(held -> log(journey, userId, "TrustedDevice.Used", held));
    return used;
  }

  private void log(Journey journey, String userId, String key, Held held) {
    logs.append(
        journey.tenantId(),
        LogEntry.of(key)
            .by(userId, journey.interaction().applicationId(), journey.name())
            .from(journey.visitor().ip(), journey.visitor().userAgent())
            .with("trustedDevice", TrustedDevices.members(userId, held.device())));
  }

  /** Where what is unusual decides, it decides alone: nobody is offered what would not help. */
  private static boolean on(Journey journey) {
    return journey.experience().trust().on() && !journey.experience().adaptiveMfa().on();
  }

  private static @Nullable String secret(Journey journey, String userId) {
    return journey.visitor().devices().get(DeviceCookie.name(journey.tenant(), userId));
  }

  private static Browser browser(Journey journey) {
    Visitor visitor = journey.visitor();
    return new Browser(
        visitor.userAgent(), visitor.injected().get("country"), visitor.injected().get("city"));
  }
}
