package io.gatehouse.account.proof;

/** What the message with a code says that it is for; the names are those of the wire. */
public enum Template {
  /** It allows changes of what protects the account. */
  UserPermissionValidation,
  /** It becomes a second factor. */
  BindMfa,
  /** It becomes a part of the account. */
  BindNewIdentifier
}
