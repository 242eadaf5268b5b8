package io.gatehouse.interaction.step;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.credential.PasswordHash;
import io.gatehouse.message.onetimetoken.OneTimeToken.Context;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.User;
import io.gatehouse.user.mfa.NewPasskey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something a person proved, or has begun to prove. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = VerificationRecord.Password.class, name = "Password"),
  @JsonSubTypes.Type(value = VerificationRecord.EmailCode.class, name = "EmailVerificationCode"),
  @JsonSubTypes.Type(value = VerificationRecord.PhoneCode.class, name = "PhoneVerificationCode"),
  @JsonSubTypes.Type(value = VerificationRecord.Social.class, name = "Social"),
  @JsonSubTypes.Type(value = VerificationRecord.EnterpriseSso.class, name = "EnterpriseSso"),
  @JsonSubTypes.Type(value = VerificationRecord.OneTimeToken.class, name = "OneTimeToken"),
  @JsonSubTypes.Type(value = VerificationRecord.NewIdentity.class, name = "NewPasswordIdentity"),
  @JsonSubTypes.Type(value = VerificationRecord.Totp.class, name = "Totp"),
  @JsonSubTypes.Type(value = VerificationRecord.BackupCode.class, name = "BackupCode"),
  @JsonSubTypes.Type(
      value = VerificationRecord.MfaEmailCode.class,
      name = "MfaEmailVerificationCode"),
  @JsonSubTypes.Type(
      value = VerificationRecord.MfaPhoneCode.class,
      name = "MfaPhoneVerificationCode"),
  @JsonSubTypes.Type(value = VerificationRecord.WebAuthn.class, name = "WebAuthn"),
  @JsonSubTypes.Type(value = VerificationRecord.SignInPasskey.class, name = "SignInPasskey")
})
public sealed interface VerificationRecord {
  String id();

  /** Whether the proof is complete. */
  boolean verified();

  /**
   * Whether it takes more than this server's own forms, so that no captcha is asked for besides.
   */
  default boolean vouchedFor() {
    return switch (this) {
      case Social _, EnterpriseSso _, OneTimeToken _, SignInPasskey _ -> true;
      case Password _, Code _, NewIdentity _, SecondFactor _ -> false;
    };
  }

  /** A new record's id. */
  static String newId() {
    return Ids.standardId();
  }

  /** The right password. */
  record Password(String id, Identifier identifier, boolean verified)
      implements VerificationRecord {}

  /** A code that was sent. */
  sealed interface Code extends VerificationRecord {
    Identifier identifier();

    /** What the message was about. */
    String templateType();

    /** The same, proved. */
    Code proved();

    static Code begin(Identifier identifier, String templateType) {
      return identifier.type() == IdentifierType.PHONE
          ? new PhoneCode(newId(), identifier, templateType, false)
          : new EmailCode(newId(), identifier, templateType, false);
    }
  }

  /** A code that was sent to an e-mail address. */
  record EmailCode(String id, Identifier identifier, String templateType, boolean verified)
      implements Code {
    @Override
    public Code proved() {
      return new EmailCode(id, identifier, templateType, true);
    }
  }

  /** A code that was sent to a phone. */
  record PhoneCode(String id, Identifier identifier, String templateType, boolean verified)
      implements Code {
    @Override
    public Code proved() {
      return new PhoneCode(id, identifier, templateType, true);
    }
  }

  /**
   * An account at a social provider.
   *
   * @param session what the connector remembers until the person comes back; taken out when they do
   * @param socialUserInfo who came back
   * @param tokens what the provider handed out, sealed, where it is to be kept
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Social(
      String id,
      String connectorId,
      @Nullable Map<String, String> session,
      @Nullable ObjectNode socialUserInfo,
      @Nullable String tokens)
      implements VerificationRecord {
    @Override
    public boolean verified() {
      return socialUserInfo != null;
    }
  }

  /**
   * An account at an enterprise's provider.
   *
   * @param session what must be known again when the person comes back; taken out when they do
   * @param enterpriseSsoUserInfo who came back
   * @param issuer the provider that says so
   * @param tokens what the provider handed out, sealed, where it is to be kept
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EnterpriseSso(
      String id,
      String connectorId,
      @Nullable Map<String, String> session,
      @Nullable ObjectNode enterpriseSsoUserInfo,
      @Nullable String issuer,
      @Nullable String tokens)
      implements VerificationRecord {
    @Override
    public boolean verified() {
      return enterpriseSsoUserInfo != null && issuer != null;
    }

    /** The same without what was remembered. */
    public EnterpriseSso emptied() {
      return new EnterpriseSso(id, connectorId, null, enterpriseSsoUserInfo, issuer, tokens);
    }
  }

  /**
   * A token that was made for an e-mail address.
   *
   * @param oneTimeTokenContext what it brings along
   */
  record OneTimeToken(
      String id, Identifier identifier, boolean verified, Context oneTimeTokenContext)
      implements VerificationRecord {
    /** The organizations that the person joins. */
    public List<String> organizations() {
      List<String> ids = oneTimeTokenContext.jitOrganizationIds();
      return ids == null ? List.of() : ids;
    }
  }

  /** What a person shows besides the first factor, or is about to add. */
  sealed interface SecondFactor extends VerificationRecord {
    /** Which one. */
    Factor factor();

    /**
     * Whether it shows one that the person has had before; what they are about to add proves
     * nothing of them.
     */
    boolean proves(User person);
  }

  /**
   * A code of an authenticator app.
   *
   * @param secret of an app that is to be added, sealed; null where it is the person's already
   * @param step the time step of the code that proved the new one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Totp(
      String id, String userId, @Nullable String secret, @Nullable Long step, boolean verified)
      implements SecondFactor {
    @Override
    public Factor factor() {
      return Factor.TOTP;
    }

    @Override
    public boolean proves(User person) {
      return verified && secret == null && userId.equals(person.id());
    }
  }

  /**
   * A backup code.
   *
   * @param code the one that was used up
   * @param codes a set that is to be added, sealed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BackupCode(String id, String userId, @Nullable String code, @Nullable String codes)
      implements SecondFactor {
    @Override
    public boolean verified() {
      return code != null;
    }

    @Override
    public Factor factor() {
      return Factor.BACKUP_CODE;
    }

    @Override
    public boolean proves(User person) {
      return verified() && userId.equals(person.id());
    }
  }

  /** A code that was sent to the person's own address after the first factor. */
  sealed interface MfaCode extends SecondFactor {
    Identifier identifier();

    /** Whether it was typed. */
    boolean verified();

    /** The same, proved. */
    MfaCode proved();

    static MfaCode begin(Identifier identifier, String templateType) {
      return identifier.type() == IdentifierType.PHONE
          ? new MfaPhoneCode(newId(), identifier, templateType, false)
          : new MfaEmailCode(newId(), identifier, templateType, false);
    }
  }

  /** Such a code to an e-mail address. */
  record MfaEmailCode(String id, Identifier identifier, String templateType, boolean verified)
      implements MfaCode {
    @Override
    public MfaCode proved() {
      return new MfaEmailCode(id, identifier, templateType, true);
    }

    @Override
    public Factor factor() {
      return Factor.EMAIL_CODE;
    }

    @Override
    public boolean proves(User person) {
      return verified && identifier.value().equals(person.primaryEmail());
    }
  }

  /** Such a code to a phone. */
  record MfaPhoneCode(String id, Identifier identifier, String templateType, boolean verified)
      implements MfaCode {
    @Override
    public MfaCode proved() {
      return new MfaPhoneCode(id, identifier, templateType, true);
    }

    @Override
    public Factor factor() {
      return Factor.PHONE_CODE;
    }

    @Override
    public boolean proves(User person) {
      return verified && identifier.value().equals(person.primaryPhone());
    }
  }

  /** A username and a password for an account that is to be made. */
  record NewIdentity(String id, Identifier identifier, PasswordHash password)
      implements VerificationRecord {
    @Override
    public boolean verified() {
      return true;
    }
  }

  /**
   * A passkey or security key beside another proof: one that was shown, or one that was just made.
   *
   * @param made what was made, for the account to keep
   * @param copied whether what was shown can be on several devices
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WebAuthn(
      String id, String userId, boolean verified, @Nullable NewPasskey made, boolean copied)
      implements SecondFactor {
    @Override
    public Factor factor() {
      return Factor.WEB_AUTHN;
    }

    @Override
    public boolean proves(User person) {
      return verified && made == null && userId.equals(person.id());
    }

    /** The beginning of either. */
    public static WebAuthn begin(String userId) {
      return new WebAuthn(newId(), userId, false, null, false);
    }

    /** The same, shown. */
    public WebAuthn shown(boolean copied) {
      return new WebAuthn(id, userId, true, null, copied);
    }

    /** The same, made. */
    public WebAuthn made(NewPasskey passkey) {
      return new WebAuthn(id, userId, true, passkey, passkey.passkey().backupEligible());
    }
  }

  /**
   * A passkey that tells who somebody is.
   *
   * @param userId whose it is, as far as that is known
   * @param copied whether it can be on several devices
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SignInPasskey(String id, @Nullable String userId, boolean verified, boolean copied)
      implements VerificationRecord {
    /** Whether it was this person's, and shown. */
    public boolean proves(@Nullable String person) {
      return verified && userId != null && userId.equals(person);
    }
  }
}
