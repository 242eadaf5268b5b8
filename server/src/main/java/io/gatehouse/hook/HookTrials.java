package io.gatehouse.hook;

import io.gatehouse.hook.delivery.Post;
import io.gatehouse.hook.delivery.Receipt;
import io.gatehouse.hook.event.HookEvent;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Tries whether a receiver takes what it would be sent. */
@Singleton
class HookTrials {
  private final Post post;
  private final InstantSource clock;

  HookTrials(Post post, InstantSource clock) {
    this.post = post;
    this.clock = clock;
  }

  /** Sends one example of each event, all at once; the first refusal ends the request. */
  void run(Hook hook, HookInput.Trial trial, @Nullable String userAgent) {
    List<Callable<Receipt>> tries =
        trial.events().stream()
            .distinct()
            .<Callable<Receipt>>map(event ->
                () ->
                    post.send(
                        trial.config(), hook.signingKey(), body(hook, event, userAgent), Map.of()))
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Receipt> each : threads.invokeAll(tries)) {
        check(each.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private String body(Hook hook, HookEvent event, @Nullable String userAgent) {
    return ExampleBody.of(event, hook.id(), clock.instant(), userAgent).toString();
  }

  private static void check(Receipt receipt) {
    switch (receipt) {
      case Receipt.Unanswered unanswered ->
          throw HookError.SEND_TEST_PAYLOAD_FAILED.exception(
              Map.of("message", unanswered.reason()));
      case Receipt.Answered answered -> {
        if (!answered.accepted()) {
          throw HookError.ENDPOINT_RESPONDED_WITH_ERROR.withData(
              Map.of("responseStatus", answered.status(), "responseBody", answered.body()));
        }
      }
    }
  }
}
