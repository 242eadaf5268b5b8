package io.gatehouse.account.gate;

import io.gatehouse.guard.Attempt;
import io.gatehouse.hook.event.EventBody;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.hook.event.HookEvents;
import io.gatehouse.platform.db.Db;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Tells hooks what people do with their own account. */
@Singleton
public class AccountEvents {
  private final HookEvents events;
  private final Users users;
  private final Db db;

  AccountEvents(HookEvents events, Users users, Db db) {
    this.events = events;
    this.users = users;
    this.db = db;
  }

  /** Runs a change of the account, and tells of it, in one transaction. */
  public <T> T changing(AccountCall call, Supplier<T> work) {
    return db.transaction(
        call.tenant(),
        () -> {
          T result = work.get();
          events.raise(
              call.tenant(),
              HookEvent.USER_DATA_UPDATED,
              call.userId(),
              () ->
                  base(call)
                      .with("data", Users.members(users.get(call.tenant(), call.userId())))
                      .json());
          return result;
        });
  }

  /** The same for work without a result. */
  public void changing(AccountCall call, Runnable work) {
    changing(
        call,
        () -> {
          work.run();
          return true;
        });
  }

  /** Too many guesses. */
  public void lockedOut(AccountCall call, Attempt attempt) {
    events.raise(
        call.tenant(),
        HookEvent.IDENTIFIER_LOCKOUT,
        attempt.target(),
        () -> base(call).with("type", attempt.kind()).with("value", attempt.target()).json());
  }

  /** Too many messages. */
  public void rateLimited(AccountCall call, Identifier recipient) {
    events.raise(
        call.tenant(),
        HookEvent.MESSAGE_RATE_LIMITED,
        recipient.value(),
        () ->
            base(call)
                .with("action", "VerificationCodeSend")
                .with("recipient", recipient.value())
                .json());
  }

  private static EventBody base(AccountCall call) {
    return EventBody.empty().with("userAgent", call.userAgent()).with("ip", call.request().ip());
  }
}
