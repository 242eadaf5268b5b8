package io.gatehouse.experience;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Policies;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.platform.input.Input;
import io.gatehouse.user.Identifier;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the Experience API. */
public final class Inputs {
  private Inputs() {}

  @Input
  record Begin(InteractionEvent interactionEvent, @Nullable String captchaToken) {}

  @Input
  record Turn(InteractionEvent interactionEvent) {}

  @Input
  record Identification(@Nullable String verificationId, @Nullable Boolean linkSocialIdentity) {}

  /** What the person is known by. */
  @Input
  public record Identity(IdentifierType type, @Size(max = 256) String value) {
    public Identifier identifier() {
      return new Identifier(type, value);
    }
  }

  @Input
  record Password(Identity identifier, @Size(min = 1, max = 1024) String password) {}

  @Input
  record SendCode(Identity identifier, InteractionEvent interactionEvent) {}

  @Input
  record VerifyCode(Identity identifier, String verificationId, @Size(max = 64) String code) {}

  @Input
  record OneTimeToken(Identity identifier, @Size(min = 1, max = 256) String token) {}

  @Input
  record SocialStart(String state, String redirectUri) {}

  @Input
  record SocialReturn(ObjectNode connectorData, @Nullable String verificationId) {}

  @Input
  record SsoReturn(ObjectNode connectorData, String verificationId) {}

  /** One addition to the account; which members count depends on the type. */
  @Input
  record Profile(
      ProfileType type,
      @Size(max = 1024) @Nullable String value,
      @Nullable String verificationId,
      @Nullable ObjectNode values) {}

  /** What can be added; the names are those of the wire. */
  enum ProfileType {
    username,
    password,
    email,
    phone,
    social,
    extraProfile
  }

  /** A code of an authenticator app; of one that is being set up where a proof is named. */
  @Input
  record TotpCode(@Size(min = 1, max = 64) String code, @Nullable String verificationId) {}

  @Input
  record BackupCode(@Size(min = 1, max = 64) String code) {}

  @Input
  record SendMfaCode(AddressType identifierType) {}

  @Input
  record VerifyMfaCode(
      String verificationId, @Size(max = 64) String code, AddressType identifierType) {}

  /** Which of a person's own addresses; both spellings are in use. */
  enum AddressType {
    email(IdentifierType.EMAIL),
    phone(IdentifierType.PHONE),
    Email(IdentifierType.EMAIL),
    Phone(IdentifierType.PHONE);

    private final IdentifierType type;

    AddressType(IdentifierType type) {
      this.type = type;
    }

    IdentifierType type() {
      return type;
    }
  }

  /** A factor that has been proved and is to be added. */
  @Input
  record Bind(Policies.Factor type, String verificationId) {}

  /** What was made, by its proof. */
  @Input
  record Made(String verificationId) {}

  @Input
  record NewPassword(@Size(max = 1024) String password) {}

  @Input
  record Consent(@Nullable List<String> organizationIds) {}
}
