package io.gatehouse.account.verification;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.proof.Proofs;
import io.gatehouse.user.administration.UserAdministration;
import jakarta.inject.Singleton;

/** People prove that they know their password. */
@Singleton
public class KnownPassword {
  private final UserAdministration users;
  private final Guesses guesses;
  private final Proofs proofs;

  KnownPassword(UserAdministration users, Guesses guesses, Proofs proofs) {
    this.users = users;
    this.guesses = guesses;
    this.proofs = proofs;
  }

  /** Checks what was typed, within the limits of guessing. */
  public Proofs.Made verify(AccountCall call, String typed) {
    String id = call.userId();
    guesses.guard(call, "userId", id, () -> users.verifyPassword(call.tenant(), id, typed));
    return proofs.password(call.owner());
  }
}
