package io.gatehouse.platform.saml.signon;

import io.gatehouse.platform.saml.Saml;
import io.gatehouse.platform.saml.SamlException;
import io.gatehouse.platform.saml.Xml;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What an identity provider's metadata says: who it is, where people sign in, and how its
 * assertions are signed.
 *
 * <p>Source: <a
 * href="https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf">Metadata for SAML
 * 2.0 §2.4.3</a>
 *
 * @param certificates base64, without the lines around it; several while keys are changed
 */
public record SamlMetadata(
    String entityId, SignInEndpoint signInEndpoint, List<String> certificates) {

  /**
   * Reads metadata.
   *
   * @throws SamlException when it is none, or lacks something
   */
  public static SamlMetadata parse(String xml) throws SamlException {
    Element root = Xml.parse(xml.strip().getBytes(StandardCharsets.UTF_8));
    Element entity = entity(root);
    List<Element> providers =
        entity == null ? List.of() : Xml.children(entity, Saml.METADATA, "IDPSSODescriptor");
    if (entity == null || providers.isEmpty()) {
      throw new SamlException("no IDPSSODescriptor within an EntityDescriptor");
    }
    Element provider = providers.getFirst();
    List<String> certificates = certificates(provider);
    if (certificates.isEmpty()) {
      throw new SamlException("X509Certificate is missing");
    }
    return new SamlMetadata(
        present(Xml.attribute(entity, "entityID"), "entityID"), endpoint(provider), certificates);
  }

  /** The document's own party, or the first that signs people in where it tells of several. */
  private static @Nullable Element entity(Element root) {
    if (Xml.is(root, Saml.METADATA, "EntityDescriptor")) {
      return root;
    }
    return Xml.children(root, Saml.METADATA, "EntityDescriptor").stream()
        .filter(each -> !Xml.children(each, Saml.METADATA, "IDPSSODescriptor").isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** The redirect binding comes first: it needs no page in between. */
  private static SignInEndpoint endpoint(Element provider) throws SamlException {
    for (SignInEndpoint.Binding binding : SignInEndpoint.Binding.values()) {
      for (Element service : Xml.children(provider, Saml.METADATA, "SingleSignOnService")) {
        if (name(binding).equals(Xml.attribute(service, "Binding"))) {
          String location = present(Xml.attribute(service, "Location"), "Location");
          return new SignInEndpoint(address(location), binding);
        }
      }
    }
    throw new SamlException("SingleSignOnService is missing");
  }

  private static String name(SignInEndpoint.Binding binding) {
    return switch (binding) {
      case REDIRECT -> Saml.REDIRECT_BINDING;
      case POST -> Saml.POST_BINDING;
    };
  }

  /** A key without a use is for everything: Metadata for SAML 2.0 §2.4.1.1. */
  private static List<String> certificates(Element provider) throws SamlException {
    List<String> certificates = new ArrayList<>();
    for (Element key : Xml.children(provider, Saml.METADATA, "KeyDescriptor")) {
      if ("encryption".equals(Xml.attribute(key, "use"))) {
        continue;
      }
      for (Element info : Xml.children(key, Saml.SIGNATURE, "KeyInfo")) {
        for (Element data : Xml.children(info, Saml.SIGNATURE, "X509Data")) {
          for (Element each : Xml.children(data, Saml.SIGNATURE, "X509Certificate")) {
            certificates.add(String.valueOf(Xml.text(each)).replaceAll("\\s", ""));
          }
        }
      }
    }
    return certificates;
  }

  private static String address(String text) throws SamlException {
    try {
      URI uri = new URI(text);
      // An address without a scheme may still have a host.
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null) {
        return text;
      }
    } catch (URISyntaxException e) {
      throw new SamlException("SingleSignOnService is no address", e);
    }
    throw new SamlException("SingleSignOnService is no address");
  }

  private static String present(@Nullable String value, String name) throws SamlException {
    if (value == null || value.isEmpty()) {
      throw new SamlException(name + " is missing");
    }
    return value;
  }
}
