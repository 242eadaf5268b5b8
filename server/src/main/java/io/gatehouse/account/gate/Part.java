package io.gatehouse.account.gate;

import io.gatehouse.branding.accountcenter.AccountCenter.Access;
import io.gatehouse.branding.accountcenter.AccountCenter.Fields;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of an account, for which the tenant says what people may do with it. */
public enum Part {
  NAME(Fields::name),
  AVATAR(Fields::avatar),
  PROFILE(Fields::profile),
  EMAIL(Fields::email),
  PHONE(Fields::phone),
  PASSWORD(Fields::password),
  USERNAME(Fields::username),
  SOCIAL(Fields::social),
  CUSTOM_DATA(Fields::customData),
  MFA(Fields::mfa),
  /** As the second factor where nothing is said of passkeys. */
  PASSKEY(fields -> fields.passkey() == null ? fields.mfa() : fields.passkey()),
  SESSION(Fields::session),
  TRUSTED_DEVICE(Fields::trustedDevice),
  /** All that is kept about the person, to read. */
  DATA(Fields::data);

  private final Function<Fields, @Nullable Access> access;

  Part(Function<Fields, @Nullable Access> access) {
    this.access = access;
  }

  boolean isShown(Fields fields) {
    Access granted = access.apply(fields);
    return granted == Access.ReadOnly || granted == Access.Edit;
  }

  boolean isEditable(Fields fields) {
    return access.apply(fields) == Access.Edit;
  }
}
