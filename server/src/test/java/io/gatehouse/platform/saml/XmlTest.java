package io.gatehouse.platform.saml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XML from strangers. */
class XmlTest {
  @Test
  void entitiesReachNoFile(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    refused("<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><a>&x;</a>");
    refused("<!DOCTYPE a SYSTEM \"" + secret.toUri() + "\"><a/>");
    refused("<!DOCTYPE a [<!ENTITY % x SYSTEM \"" + secret.toUri() + "\"> %x;]><a/>");
  }

  @Test
  void entitiesDoNotGrow() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY x0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY x%d \"&x%d;&x%d;\">".formatted(i, i - 1, i - 1));
    }
    refused(bomb + "]><a>&x29;</a>");
  }

  @Test
  void nothingIsIncluded(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.xml"), "<secret/>");
    String include =
        "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='"
            + secret.toUri()
            + "'/></a>";
    assertEquals("include", Xml.children(parse(include)).getFirst().getLocalName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "<a>", "<a/><b/>", "<a b='1' b='2'/>", "<a>&x;</a>", "<x:a/>"})
  void whatIsNotWellFormedIsRefused(String text) {
    refused(text);
  }

  @Test
  void depthAndLengthAreBounded() {
    refused("<a>".repeat(10_000) + "</a>".repeat(10_000));
    refused("<a>" + "x".repeat(Xml.LONGEST) + "</a>");
    StringBuilder attributes = new StringBuilder("<a");
    for (int i = 0; i < 1_000; i++) {
      attributes.append(" a").append(i).append("='1'");
    }
    refused(attributes + "/>");
  }

  /** A comment must not hide the end of a name. */
  @Test
  void aTextIsOneTextHoweverItIsCut() throws SamlException {
    assertEquals("ann@a.example.evil", Xml.text(parse("<a>ann@a.example<!-- -->.evil</a>")));
    assertEquals("ann@a.example.evil", Xml.text(parse("<a>ann@a.example<![CDATA[.evil]]></a>")));
    assertNull(Xml.text(parse("<a> <!-- nothing --> </a>")));
    for (String cut : new String[] {"<a>ann<?cut here?>.evil</a>", "<a>ann<b/>.evil</a>"}) {
      assertThrows(SamlException.class, () -> Xml.text(parse(cut)));
    }
  }

  @Test
  void twoOfWhatShouldBeOneAreRefused() throws SamlException {
    var twice = parse("<a xmlns='n'><b>1</b><b>2</b></a>");
    assertThrows(SamlException.class, () -> Xml.text(twice, "n", "b"));
  }

  /** Parsers come from one factory: what one of them reads or refuses is nothing to the others. */
  @Test
  void manyAreReadAtATime() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<String>> readings =
          IntStream.range(0, 500)
              .<Callable<String>>mapToObj(i -> () -> readAmongOthers(i))
              .toList();
      List<Future<String>> read = threads.invokeAll(readings);
      for (int i = 0; i < read.size(); i++) {
        assertEquals("text " + i, read.get(i).get());
      }
    }
  }

  private static String readAmongOthers(int i) throws SamlException {
    refused("<!DOCTYPE a [<!ENTITY x \"ha\">]><a>&x;</a>");
    refused("<a>".repeat(65) + "</a>".repeat(65));
    return String.valueOf(Xml.text(parse("<a>text " + i + "</a>")));
  }

  @Property(tries = 300)
  void anyTextIsWrittenSoThatItCanBeRead(@ForAll String text) throws SamlException {
    String legal = Xml.legal(text);
    var element = Xml.document().createElementNS(null, "a");
    element.setTextContent(legal);
    element.setAttribute("b", legal);
    var read = parse(Xml.write(element));
    assertEquals(legal, read.getTextContent());
    assertEquals(legal, read.getAttribute("b"));
  }

  @Property(tries = 300)
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    try {
      Xml.parse(bytes);
    } catch (SamlException e) {
      assertEquals(SamlException.class, e.getClass());
    }
  }

  private static org.w3c.dom.Element parse(String xml) throws SamlException {
    return Xml.parse(xml.getBytes(UTF_8));
  }

  private static void refused(String xml) {
    assertThrows(SamlException.class, () -> parse(xml));
  }
}
