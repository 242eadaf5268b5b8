package io.gatehouse.enterprise.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.enterprise.SsoError;
import io.gatehouse.platform.input.Guard;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Url;
import io.gatehouse.platform.json.JsonCodec;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tenant says about its provider, once it was looked at. */
public sealed interface ProviderConfig {

  /** Reads a configuration, without members that the kind does not have; or ends the request. */
  static ProviderConfig of(Provider provider, ObjectNode config) {
    for (Class<? extends ProviderConfig> form : forms(provider)) {
      Issues issues = new Issues();
      ProviderConfig read = Guard.read(config, form, issues);
      if (read != null && issues.isEmpty()) {
        return read;
      }
    }
    throw SsoError.INVALID_CONFIG.exception();
  }

  private static List<Class<? extends ProviderConfig>> forms(Provider provider) {
    return switch (provider) {
      case OIDC, OKTA, AZURE_AD_OIDC -> List.of(Oidc.class);
      case GOOGLE_WORKSPACE -> List.of(Google.class);
      case SAML, AZURE_AD -> List.of(SamlByAddress.class, SamlByMetadata.class, SamlByHand.class);
    };
  }

  /** As it is stored and shown. */
  default ObjectNode json() {
    return JsonCodec.mapper().valueToTree(this);
  }

  /** Whether the provider wants signed requests. */
  default boolean signsRequests() {
    return this instanceof Saml saml && Boolean.TRUE.equals(saml.signAuthnRequest());
  }

  /** A provider of OpenID Connect. */
  sealed interface OpenId extends ProviderConfig {
    String clientId();

    String clientSecret();

    String issuer();

    @Nullable String scope();

    /** Whether an address counts of which the provider does not say that it is the person's. */
    @Nullable Boolean trustUnverifiedEmail();
  }

  /** A provider that is found by its issuer. */
  @JsonInclude(Include.NON_NULL)
  record Oidc(
      @Size(min = 1) String clientId,
      @Size(min = 1) String clientSecret,
      @Url @Size(max = 2048) String issuer,
      @Nullable String scope,
      @Nullable Boolean trustUnverifiedEmail)
      implements OpenId {
    public Oidc {
      trustUnverifiedEmail = Boolean.TRUE.equals(trustUnverifiedEmail);
    }
  }

  /** Google, whose issuer is known. */
  @JsonInclude(Include.NON_NULL)
  record Google(
      @Size(min = 1) String clientId,
      @Size(min = 1) String clientSecret,
      @Nullable String scope,
      @Nullable Boolean trustUnverifiedEmail,
      @Nullable Boolean offlineAccess)
      implements OpenId {
    static final String ISSUER = "https://accounts.google.com";

    public Google {
      trustUnverifiedEmail = Boolean.TRUE.equals(trustUnverifiedEmail);
    }

    @Override
    public String issuer() {
      return ISSUER;
    }
  }

  /** A provider of SAML, however it is described. */
  sealed interface Saml extends ProviderConfig {
    @Nullable Boolean signAuthnRequest();

    @Nullable Signature requestSignatureAlgorithm();

    @Nullable Attributes attributeMapping();
  }

  /** Described where it publishes its metadata. */
  @JsonInclude(Include.NON_NULL)
  record SamlByAddress(
      @Url @Size(max = 2048) String metadataUrl,
      @Nullable Attributes attributeMapping,
      @Nullable Boolean signAuthnRequest,
      @Nullable Signature requestSignatureAlgorithm)
      implements Saml {}

  /** Described by a copy of its metadata. */
  @JsonInclude(Include.NON_NULL)
  record SamlByMetadata(
      @Size(min = 1) String metadata,
      @Nullable Attributes attributeMapping,
      @Nullable Boolean signAuthnRequest,
      @Nullable Signature requestSignatureAlgorithm)
      implements Saml {}

  /** Described by hand. */
  @JsonInclude(Include.NON_NULL)
  record SamlByHand(
      @Size(min = 1) String entityId,
      @Url @Size(max = 2048) String signInEndpoint,
      @Size(min = 1) String x509Certificate,
      @Nullable Attributes attributeMapping,
      @Nullable Boolean signAuthnRequest,
      @Nullable Signature requestSignatureAlgorithm)
      implements Saml {}

  /** Which attributes of an assertion tell what about the person. */
  @JsonInclude(Include.NON_NULL)
  record Attributes(@Nullable String id, @Nullable String email, @Nullable String name) {}

  /** How requests are signed. */
  enum Signature {
    @JsonProperty("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")
    RSA_SHA256,
    @JsonProperty("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512")
    RSA_SHA512
  }
}
