package io.gatehouse.application.saml;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.platform.input.Url;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What SAML needs to know of an application.
 *
 * @param attributeMapping the name of an attribute, by the claim that fills it
 * @param entityId names the service provider
 * @param acsUrl where assertions are sent
 */
public record SamlConfig(
    Map<String, String> attributeMapping,
    @Nullable String entityId,
    @Nullable AcsUrl acsUrl,
    @Nullable Encryption encryption,
    NameIdFormat nameIdFormat) {

  /** Where assertions are sent and for whom, or the end of the request without either. */
  public Receiver receiver() {
    if (entityId == null) {
      throw SamlError.ENTITY_ID_REQUIRED.exception();
    }
    if (acsUrl == null) {
      throw SamlError.ACS_URL_REQUIRED.exception();
    }
    return new Receiver(entityId, acsUrl.url());
  }

  /** A service provider that can be told something. */
  public record Receiver(String entityId, String acsUrl) {}

  /** An address with the way of sending to it. */
  public record AcsUrl(Binding binding, @Url @Size(max = 2048) String url) {}

  /** Ways of sending: SAML 2.0 Bindings §3. */
  public enum Binding {
    @JsonProperty("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST")
    POST,
    @JsonProperty("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect")
    REDIRECT
  }

  /** Whether and how assertions are encrypted; with a certificate where they are. */
  @JsonInclude(Include.NON_NULL)
  public record Encryption(
      @Nullable Boolean encryptAssertion,
      @Nullable Boolean encryptThenSign,
      @Nullable String certificate) {
    public Encryption {
      if (Boolean.TRUE.equals(encryptAssertion)
          && (encryptThenSign == null || certificate == null)) {
        throw new IllegalArgumentException(
            "To encrypt, encryptThenSign and a certificate are needed.");
      }
    }

    /** The certificate to encrypt for, where assertions are encrypted. */
    public Optional<String> recipient() {
      return Boolean.TRUE.equals(encryptAssertion)
          ? Optional.ofNullable(certificate)
          : Optional.empty();
    }

    /** Whether the message is signed once more when its assertion is encrypted. */
    public boolean signsLast() {
      return Boolean.TRUE.equals(encryptThenSign);
    }
  }
}
