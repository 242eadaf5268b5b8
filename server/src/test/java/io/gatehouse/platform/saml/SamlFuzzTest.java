package io.gatehouse.platform.saml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.testing.Fuzz;
import io.gatehouse.testing.TestCertificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.w3c.dom.Element;

/** Messages of SAML that are almost right. */
class SamlFuzzTest {
  private static final String MESSAGE =
      """
      <p:Response xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" Version="2.0">
        <a:Issuer xmlns:a="urn:oasis:names:tc:SAML:2.0:assertion">urn:idp</a:Issuer><![CDATA[x]]><!-- y -->&amp;
      </p:Response>
      """;
  private static final TestCertificates KEYS = TestCertificates.rsa("CN=idp");
  private static final TrustedKeys TRUSTED = new TrustedKeys(List.of(KEYS.certificate()));
  private static final Element SIGNED = signed();
  private static final Fuzz DOCUMENTS =
      Fuzz.like(MESSAGE, "<a b='ü&#10;'>&lt;&amp;😀</a>").refusedBy(SamlException.class);
  private static final Fuzz VALUES =
      Fuzz.like(Base64.getEncoder().encodeToString(deflated(MESSAGE.getBytes(UTF_8))))
          .refusedBy(SamlException.class);
  private static final Fuzz COMPRESSED =
      Fuzz.like(deflated(MESSAGE.getBytes(UTF_8))).refusedBy(SamlException.class);
  private static final Fuzz TIMES =
      Fuzz.like("2026-01-01T00:00:00Z", "2026-01-01T00:00:00.123456789+02:00")
          .refusedBy(SamlException.class);
  private static final Fuzz SIGNATURES =
      Fuzz.like(Xml.write(SIGNED)).refusedBy(SamlException.class);

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void documents(@ForAll long number) {
    DOCUMENTS.feed(
        number,
        text -> {
          Element read = Xml.parse(text.getBytes(UTF_8));
          Xml.text(read, Saml.ASSERTION, "Issuer");
          assertEquals(read.getTextContent(), parsed(Xml.write(read)).getTextContent());
        });
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void valuesOfParametersAndFields(@ForAll long number) {
    VALUES.feed(number, RedirectBinding::decode);
    VALUES.feed(number, PostBinding::decode);
    COMPRESSED.feed(
        number,
        text ->
            RedirectBinding.decode(Base64.getEncoder().encodeToString(text.getBytes(ISO_8859_1))));
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void times(@ForAll long number) {
    TIMES.feed(number, SamlTimes::parse);
  }

  /** Whatever is believed is what was signed, however the message around it was changed. */
  @Property(tries = Fuzz.DEAR_TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void signatures(@ForAll long number) {
    SIGNATURES.feed(
        number,
        text -> {
          Element believed = TRUSTED.verify(Xml.parse(text.getBytes(UTF_8)));
          assertEquals("urn:idp", Xml.text(believed, Saml.ASSERTION, "Issuer"));
          assertEquals("_1", Xml.attribute(believed, "ID"));
        });
  }

  private static Element signed() {
    var credential =
        new SigningCredential(
            KEYS.pair().getPrivate(), KEYS.certificate(), SignatureAlgorithm.RSA_SHA256);
    Element message = parsed(MESSAGE);
    credential.sign(message);
    return message;
  }

  private static Element parsed(String xml) {
    try {
      return Xml.parse(xml.getBytes(UTF_8));
    } catch (SamlException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] deflated(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var deflate = new DeflaterOutputStream(out, new Deflater(9, true))) {
      deflate.write(content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }
}
