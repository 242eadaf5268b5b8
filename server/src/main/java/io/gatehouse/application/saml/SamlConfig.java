package io.gatehouse.application.saml;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.platform.input.Url;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What SAML needs to know of an application.
 *
 * @param attributeMapping the name of an attribute, by the claim that fills it
 * @param entityId names the service provider
 * @param acsUrl where assertions are sent
 */
record SamlConfig(
    Map<String, String> attributeMapping,
    @Nullable String entityId,
    @Nullable AcsUrl acsUrl,
    @Nullable Encryption encryption,
    NameIdFormat nameIdFormat) {

  /** An address with the way of sending to it. */
  record AcsUrl(Binding binding, @Url @Size(max = 2048) String url) {}

  /** Ways of sending: SAML 2.0 Bindings §3. */
  enum Binding {
    @JsonProperty("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST")
    POST,
    @JsonProperty("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect")
    REDIRECT
  }

  /** Whether and how assertions are encrypted. */
  @JsonInclude(Include.NON_NULL)
  record Encryption(
      @Nullable Boolean encryptAssertion,
      @Nullable Boolean encryptThenSign,
      @Nullable String certificate) {
    Encryption {
      if (Boolean.TRUE.equals(encryptAssertion)
          && (encryptThenSign == null || certificate == null)) {
        throw new IllegalArgumentException(
            "To encrypt, encryptThenSign and a certificate are needed.");
      }
    }
  }
}
