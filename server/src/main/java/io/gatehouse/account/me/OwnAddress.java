package io.gatehouse.account.me;

import io.gatehouse.audit.Actor;
import io.gatehouse.guard.Attempt;
import io.gatehouse.message.code.AddressCodes;
import io.gatehouse.message.code.CodeError;
import io.gatehouse.platform.input.Change;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.UserKeys;
import io.gatehouse.user.administration.UserAdministration;
import io.gatehouse.user.administration.UserPatch;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * An administrator proves an e-mail address: to have it for their own, or to replace the password.
 */
@Singleton
class OwnAddress {
  private static final AddressCodes.Purpose PURPOSE = new AddressCodes.Purpose("Me", "Generic");

  private final AddressCodes codes;
  private final OwnPassword passwords;
  private final UserAdministration users;
  private final MeStore store;
  private final InstantSource clock;

  OwnAddress(
      AddressCodes codes,
      OwnPassword passwords,
      UserAdministration users,
      MeStore store,
      InstantSource clock) {
    this.codes = codes;
    this.passwords = passwords;
    this.users = users;
    this.store = store;
    this.clock = clock;
  }

  void send(TenantId tenant, Actor actor, String email, String locale) {
    codes.send(
        tenant, PURPOSE, new AddressCodes.Reader(Identifier.email(email), locale, actor.ip()));
  }

  void verify(TenantId tenant, Actor actor, String id, MeInputs.Code input) {
    Identifier address = Identifier.email(input.email());
    if (input.action() == MeInputs.Action.CHANGE_PASSWORD && !isOf(tenant, id, input.email())) {
      throw CodeError.EMAIL_MISMATCH.exception();
    }
    passwords.guarded(
        tenant,
        new Attempt(Attempt.Pool.FIRST_FACTOR, "email", input.email(), actor.ip()),
        () -> codes.redeem(tenant, PURPOSE, address, input.verificationCode()));
    switch (input.action()) {
      case CHANGE_EMAIL -> users.change(tenant, actor, id, toAddress(input.email()));
      case CHANGE_PASSWORD -> store.proved(tenant, id, clock.instant());
    }
  }

  private boolean isOf(TenantId tenant, String id, String email) {
    String own = users.get(tenant, id).user().primaryEmail();
    return own != null && UserKeys.email(own).equals(UserKeys.email(email));
  }

  private static UserPatch toAddress(String email) {
    return new UserPatch(
        Change.keep(), Change.to(email), Change.keep(), Change.keep(), Change.keep(), null, null);
  }
}
