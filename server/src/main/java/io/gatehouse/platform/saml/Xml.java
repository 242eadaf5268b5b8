package io.gatehouse.platform.saml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML from strangers, and writes it. A document type ends the reading: with it go entities
 * that grow, and those that fetch files or addresses. Comments are dropped before anybody sees
 * them, so that a text is one text, however it was cut.
 */
public final class Xml {
  /** Messages of SAML are far smaller; what is longer is not read. */
  public static final int LONGEST = 512 * 1024;

  /** A message of SAML nests about ten levels. */
  private static final int DEEPEST = 64;

  private static final int MOST_ATTRIBUTES = 100;

  /** Each setting of a factory makes a parser to try it: they are made once. */
  private static final DocumentBuilderFactory PARSERS = parsers();

  private Xml() {}

  /**
   * The element that a document consists of.
   *
   * @throws SamlException for what is no XML, too long, too deep or has a document type
   */
  public static Element parse(byte[] xml) throws SamlException {
    if (xml.length > LONGEST) {
      throw new SamlException("the message is too long");
    }
    DocumentBuilder parser = parser();
    parser.setErrorHandler(Strict.INSTANCE);
    parser.setEntityResolver(Strict.INSTANCE);
    try {
      return parser.parse(new InputSource(new ByteArrayInputStream(xml))).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new SamlException("the message is not well-formed XML without a document type", e);
    }
  }

  /** An empty document to build a message in. */
  public static Document document() {
    return parser().newDocument();
  }

  /** A parser for one message; their factory is asked by one thread at a time. */
  private static synchronized DocumentBuilder parser() {
    try {
      return PARSERS.newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DocumentBuilderFactory parsers() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
    factory.setAttribute("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setIgnoringComments(true);
    factory.setCoalescing(true);
    return factory;
  }

  /** The element and all below it, as text without a declaration. */
  public static String write(Element element) {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(element), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes the breaks out of base64 below the element: those by CR LF would have to be escaped. */
  static void onOneLine(Element element, String namespace, String name) {
    NodeList found = element.getElementsByTagNameNS(namespace, name);
    for (int i = 0; i < found.getLength(); i++) {
      Node node = found.item(i);
      node.setTextContent(node.getTextContent().replaceAll("\\s", ""));
    }
  }

  public static boolean is(@Nullable Node node, String namespace, String name) {
    return node instanceof Element
        && namespace.equals(node.getNamespaceURI())
        && name.equals(node.getLocalName());
  }

  /** The elements right below this one. */
  public static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  /** Those of them with this name. */
  public static List<Element> children(Element parent, String namespace, String name) {
    return children(parent).stream().filter(child -> is(child, namespace, name)).toList();
  }

  /**
   * The only child of this name, or null without one.
   *
   * @throws SamlException when there are several
   */
  public static @Nullable Element child(Element parent, String namespace, String name)
      throws SamlException {
    List<Element> found = children(parent, namespace, name);
    if (found.size() > 1) {
      throw new SamlException("there is more than one " + name);
    }
    return found.isEmpty() ? null : found.getFirst();
  }

  /**
   * The text of the only child of this name, or null without one or without a text.
   *
   * @throws SamlException when there are several
   */
  public static @Nullable String text(Element parent, String namespace, String name)
      throws SamlException {
    Element child = child(parent, namespace, name);
    return child == null ? null : text(child);
  }

  /**
   * The text of an element that holds nothing else, or null when it is empty.
   *
   * @throws SamlException when there is markup in the midst of it
   */
  public static @Nullable String text(Element element) throws SamlException {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() != Node.TEXT_NODE && node.getNodeType() != Node.CDATA_SECTION_NODE) {
        throw new SamlException("there is markup in " + element.getLocalName());
      }
    }
    String text = element.getTextContent().strip();
    return text.isEmpty() ? null : text;
  }

  /** The attribute, or null without it. */
  public static @Nullable String attribute(Element element, String name) {
    Attr attribute = element.getAttributeNodeNS(null, name);
    return attribute == null || attribute.getValue().isEmpty() ? null : attribute.getValue();
  }

  /** The text with a mark in place of each character that no XML may hold. */
  public static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : 0xFFFD));
    return legal.toString();
  }

  /** "Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | …" [XML 1.0 §2.2] */
  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  /** Everything that the parser reports is the end of it. */
  private static final class Strict extends DefaultHandler {
    static final Strict INSTANCE = new Strict();

    @Override
    public InputSource resolveEntity(@Nullable String publicId, String systemId)
        throws SAXException {
      throw new SAXException("nothing is fetched");
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
