package io.gatehouse.signin;

import io.gatehouse.branding.page.IdentifierKind;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.branding.page.SentCode;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PageMemory;
import io.gatehouse.platform.error.RequestException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** A minute has to pass between one code and the next, on every page that sends them. */
@Singleton
public class CodePause {
  private final InstantSource clock;

  CodePause(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Another code that somebody asks for.
   *
   * @param proof what it is for
   * @param send sends it
   * @param path of the page on which it is typed
   * @param page the same page with what stands in the way
   */
  public record Another(
      String proof,
      Supplier<InteractionState> send,
      String path,
      Function<Problems, Response> page) {}

  /** The pause begins: the code for this proof has left just now. */
  InteractionState begin(InteractionState sent, String proof) {
    return sent.with(
        sent.memory().withSent(new PageMemory.Sent(proof, clock.instant().getEpochSecond())));
  }

  /** How long another code for this proof has to wait; nothing when it need not. */
  public Duration left(Journey journey, String proof) {
    PageMemory.Sent sent = journey.state().memory().sent();
    Duration left = sent == null ? Duration.ZERO : sent.wait(proof, clock.instant());
    return left.isPositive() ? left : Duration.ZERO;
  }

  /** Sends another code, unless the last one has only just left. */
  public Response again(Visit visit, Journey journey, Another another) {
    Duration left = left(journey, another.proof());
    if (left.isPositive()) {
      Problem patience = new Problem("form.code_just_sent", Map.of("relativeTime", left));
      return another.page().apply(Problems.general(patience));
    }
    try {
      InteractionState sent = another.send().get();
      visit.save(journey, sent.with(sent.memory().withResent(true)));
      return visit.go(another.path());
    } catch (RequestException refusal) {
      return another.page().apply(Problems.general(Problem.of(refusal)));
    }
  }

  /** What a page tells of the code for this proof. */
  public SentCode.Sent told(Journey journey, String proof, IdentifierKind channel, String to) {
    return new SentCode.Sent(
        channel,
        to,
        journey.experience().verificationCodePolicy().life(),
        left(journey, proof),
        Boolean.TRUE.equals(journey.state().memory().resent()));
  }
}
