package io.gatehouse.application.authentication;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import jakarta.validation.constraints.Size;
import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * What an application is called in the certificate that an authority issued to it; exactly one of
 * these.
 *
 * <p>Source: [RFC 8705 §2.1.2](https://www.rfc-editor.org/rfc/rfc8705#section-2.1.2)
 */
@Input
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CertificateName(
    @Nullable @NullAllowed @Size(min = 1, max = 1024) String subjectDn,
    @Nullable @NullAllowed @Size(min = 1, max = 1024) String sanDns,
    @Nullable @NullAllowed @Size(min = 1, max = 1024) String sanUri,
    @Nullable @NullAllowed @Size(min = 1, max = 1024) String sanIp,
    @Nullable @NullAllowed @Size(min = 1, max = 1024) String sanEmail) {
  /** Kinds of alternative names, by their numbers in a certificate. [RFC 5280 §4.2.1.6] */
  private static final int EMAIL = 1;

  private static final int DNS = 2;
  private static final int URI = 6;
  private static final int IP = 7;

  /** Whether it says one thing, and one that a certificate can hold. */
  boolean valid() {
    long given =
        Stream.of(subjectDn, sanDns, sanUri, sanIp, sanEmail).filter(Objects::nonNull).count();
    try {
      return given == 1
          && (subjectDn == null || !new X500Principal(subjectDn).getName().isEmpty())
          && (sanIp == null || InetAddress.ofLiteral(sanIp) != null);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether the certificate has this name. */
  public boolean in(X509Certificate certificate) {
    if (subjectDn != null) {
      return new X500Principal(subjectDn).equals(certificate.getSubjectX500Principal());
    }
    if (sanDns != null) {
      return names(certificate, DNS).anyMatch(sanDns::equalsIgnoreCase);
    }
    if (sanUri != null) {
      return names(certificate, URI).anyMatch(sanUri::equals);
    }
    if (sanEmail != null) {
      return names(certificate, EMAIL).anyMatch(sanEmail::equals);
    }
    return sanIp != null
        && names(certificate, IP)
            .anyMatch(each -> InetAddress.ofLiteral(each).equals(InetAddress.ofLiteral(sanIp)));
  }

  private static Stream<String> names(X509Certificate certificate, int kind) {
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      return all == null
          ? Stream.empty()
          : all.stream()
              .filter(name -> name.getFirst().equals(kind) && name.get(1) instanceof String)
              .map(name -> (String) name.get(1));
    } catch (CertificateParsingException e) {
      return Stream.empty();
    }
  }
}
