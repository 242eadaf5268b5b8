package io.gatehouse.account.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.account.NewPassword;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountEvents;
import io.gatehouse.account.proof.Proofs;
import io.gatehouse.branding.EmailBlocklistRules;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.branding.UsernameRules;
import io.gatehouse.credential.PasswordHash;
import io.gatehouse.platform.input.Change;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.User;
import io.gatehouse.user.administration.UserAdministration;
import io.gatehouse.user.administration.UserPatch;
import io.gatehouse.user.administration.UserProfile;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What people change of their own account. */
@Singleton
public class OwnAccount {
  private final UserAdministration users;
  private final Proofs proofs;
  private final NewPassword passwords;
  private final SignInExperiences experiences;
  private final AccountEvents events;

  OwnAccount(
      UserAdministration users,
      Proofs proofs,
      NewPassword passwords,
      SignInExperiences experiences,
      AccountEvents events) {
    this.users = users;
    this.proofs = proofs;
    this.passwords = passwords;
    this.experiences = experiences;
    this.events = events;
  }

  public User change(AccountCall call, AccountInputs.Patch patch) {
    Change<String> username = patch.username();
    if (username.value() instanceof String name) {
      UsernameRules.Fault fault =
          UsernameRules.check(experiences.of(call.tenant()).usernamePolicy(), name);
      if (fault != null) {
        throw fault.exception();
      }
    }
    return events.changing(
        call,
        () -> {
          if (username.isSet() && username.value() == null) {
            users.requireAnotherWay(call.tenant(), call.userId(), IdentifierType.USERNAME);
          }
          return write(
              call,
              new UserPatch(
                  username,
                  Change.keep(),
                  Change.keep(),
                  patch.name(),
                  patch.avatar(),
                  patch.customData(),
                  null));
        });
  }

  public User mergeProfile(AccountCall call, UserProfile members) {
    ObjectNode json = members.json();
    return events.changing(
        call, () -> users.mergeProfile(call.tenant(), call.actor(), call.userId(), json));
  }

  public void setPassword(AccountCall call, String password) {
    PasswordHash hash = passwords.hash(call.tenant(), call.bearer().person(), password);
    events.changing(
        call, () -> users.setPassword(call.tenant(), call.actor(), call.userId(), hash));
  }

  /** Makes an address that was proved the person's own. */
  public void setAddress(AccountCall call, Identifier address, String proofId) {
    if (address.type() == IdentifierType.EMAIL) {
      EmailBlocklistRules.check(
          experiences.of(call.tenant()).emailBlocklistPolicy(), address.value());
    }
    events.changing(
        call,
        () -> {
          proofs.redeem(call.owner(), proofId, address);
          write(call, patch(address.type(), address.value()));
        });
  }

  public void removeAddress(AccountCall call, IdentifierType type) {
    events.changing(
        call,
        () -> {
          users.requireAnotherWay(call.tenant(), call.userId(), type);
          write(call, patch(type, null));
        });
  }

  private User write(AccountCall call, UserPatch patch) {
    return users.change(call.tenant(), call.actor(), call.userId(), patch);
  }

  private static UserPatch patch(IdentifierType type, @Nullable String value) {
    boolean email = type == IdentifierType.EMAIL;
    return new UserPatch(
        Change.keep(),
        email ? Change.to(value) : Change.keep(),
        email ? Change.keep() : Change.to(value),
        Change.keep(),
        Change.keep(),
        null,
        null);
  }
}
