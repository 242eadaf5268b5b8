package io.gatehouse.platform.saml;

import java.util.Arrays;
import java.util.Optional;

/** What we sign with, by its name in XML. [RFC 9231 §2.3] */
public enum SignatureAlgorithm {
  /** Only for providers that verify nothing better. */
  RSA_SHA1("http://www.w3.org/2000/09/xmldsig#rsa-sha1", "SHA1withRSA"),
  RSA_SHA256("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "SHA256withRSA"),
  RSA_SHA512("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "SHA512withRSA");

  private final String uri;
  private final String name;

  SignatureAlgorithm(String uri, String name) {
    this.uri = uri;
    this.name = name;
  }

  public String uri() {
    return uri;
  }

  /** As the platform's cryptography names it. */
  String javaName() {
    return name;
  }

  public static Optional<SignatureAlgorithm> of(String uri) {
    return Arrays.stream(values()).filter(one -> one.uri.equals(uri)).findFirst();
  }
}
