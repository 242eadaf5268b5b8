package io.gatehouse.enterprise.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A kind of identity provider, in the order in which they are offered. */
public enum Provider {
  OIDC("OIDC", Type.OIDC),
  SAML("SAML", Type.SAML),
  AZURE_AD("AzureAD", Type.SAML),
  AZURE_AD_OIDC("AzureAdOidc", Type.OIDC),
  GOOGLE_WORKSPACE("GoogleWorkspace", Type.OIDC),
  OKTA("Okta", Type.OIDC);

  /** The protocol that it speaks. */
  public enum Type {
    OIDC,
    SAML;

    /** Its name on the wire. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final String key;
  private final Type type;
  private final String logo;

  Provider(String key, Type type) {
    this.key = key;
    this.type = type;
    this.logo = read("/enterprise/" + key + ".svg");
  }

  /** Names it on the wire and in the database. */
  public String key() {
    return key;
  }

  public Type type() {
    return type;
  }

  /** Its picture, as a data URI. */
  public String logo() {
    return logo;
  }

  public static Optional<Provider> find(String key) {
    return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
  }

  private static String read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(Provider.class.getResourceAsStream(resource), resource)) {
      return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
