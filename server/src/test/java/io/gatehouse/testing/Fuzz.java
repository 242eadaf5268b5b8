package io.gatehouse.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.protocol.OAuthException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Feeds a parser with what is almost right: examples, changed in a few places, with what has hurt
 * parsers before put in. A parser takes it, or refuses it by one of our two exceptions or one that
 * the test names ({@link #refusedBy}), and soon.
 *
 * <p>Every parser of what comes from outside has such a test:
 *
 * <ul>
 *   <li>{@code ParserFuzzTest}: the parameters of authorize, token, pushed requests, introspection,
 *       revocation and sign-out, as forms and as JSON; redirect URIs, scopes, prompts, response
 *       types and modes, PKCE, user codes, client ids that are addresses, {@code claims} and {@code
 *       acr_values}, {@code ui_locales}, the certificate that a proxy passes on, cookies, sealed
 *       form fields
 *   <li>{@code ClientAuthenticationFuzzTest}: Basic credentials, and the header and claims of
 *       assertions of clients; {@code SentDetailsFuzzTest}: authorization details
 *   <li>{@code RequestObjectsFuzzTest}, {@code SignedBackchannelFuzzTest}: requests that are
 *       signed, and encrypted
 *   <li>{@code DpopProofsFuzzTest}: DPoP proofs
 *   <li>{@code IdTokenHintsFuzzTest}: {@code id_token_hint}
 *   <li>{@code ClientMetadataFuzzTest}, {@code ClientDocumentPropertiesTest}: what clients say of
 *       themselves; {@code KeySetFuzzTest}: keys, of clients and of others
 *   <li>{@code SamlFuzzTest}, {@code AuthnRequestTest}, {@code SamlResponseFuzzTest}: messages of
 *       SAML, their bindings and signatures
 *   <li>{@code PublishedFuzzTest}: what identity providers publish; {@code WrongAnswersTest} of the
 *       connectors: what providers and carriers answer, and configurations
 *   <li>{@code RequestFuzzTest}, {@code UserFilterFuzzTest}: bodies, queries and headers of the
 *       APIs; {@code InputFuzzTest}: every record that a body is read into
 *   <li>{@code TypedFuzzTest}, {@code CodeFuzzTest}: names, addresses, numbers and codes that
 *       people type; {@code CeremonyFuzzTest}: passkeys
 *   <li>{@code ImportedPasswordFuzzTest}, {@code ArchiveFuzzTest}, {@code AssetFuzzTest}: what
 *       administrators bring
 *   <li>{@code ProtocolFuzzFlowTest}: the endpoints themselves, over HTTP, and that a refused
 *       request leaves nothing in the database
 * </ul>
 */
public final class Fuzz {
  /** Of each property; each tries as many inputs as the tests are scaled by. */
  public static final int TRIES = 10_000;

  /** Of those whose single input takes a good part of a millisecond. */
  public static final int DEAR_TRIES = 1_000;

  private static final int SCALE = Integer.getInteger("gatehouse.scale", 1);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int LONGEST = 70_000;
  private static final int MOST_CHANGES = 4;
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private static final List<String> NASTY =
      List.of(
          "\0",
          "%00",
          "%",
          "%zz",
          "%F0%9F",
          "\uD800",
          "\uDFFF",
          "\uFEFF",
          "\u202E",
          "é",
          "💥",
          "\r\n",
          " ",
          "\t",
          "\"",
          "'",
          "\\",
          "\\u0000",
          "\\ud800",
          "<script>",
          "..",
          "/../",
          "//",
          "@",
          "#",
          "?",
          "&",
          "=",
          "==",
          ".",
          ":",
          ";",
          ",",
          "*",
          "+",
          "-",
          "_",
          "~",
          "[",
          "]",
          "{",
          "}",
          "[]",
          "{}",
          "null",
          "true",
          "0",
          "-1",
          "1e999",
          "9223372036854775808",
          "99999999999999999999999999",
          "NaN",
          "\"\"",
          "[[[[[[[[",
          "{\"a\":",
          "javascript:",
          "https://",
          "http://[::1",
          "xn--",
          "none",
          "HS256",
          "eyJ",
          "urn:",
          "&client_id=x",
          "&scope=a&scope=b",
          "\"crit\":[\"x\"],",
          "\"b64\":false,",
          "\"jwk\":{},",
          "\"x5c\":[1],",
          "\"kid\":{},",
          "\"alg\":1,",
          "\"exp\":1e400,",
          "\"aud\":[null],",
          "\"jti\":[],",
          "\"zip\":\"DEF\",",
          "\"essential\":3,",
          "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
          "<!--",
          "]]>",
          "<![CDATA[",
          "&x;",
          "&#0;",
          "xmlns=\"\"",
          "<a:b/>",
          "</",
          "/>",
          "{{",
          "{tenantid}");

  /** Reads a text, or refuses it. */
  @FunctionalInterface
  public interface Parser {
    void read(String text) throws Exception;
  }

  private final List<String> examples;
  private final List<Class<? extends Exception>> refusals;

  private Fuzz(List<String> examples, List<Class<? extends Exception>> refusals) {
    this.examples = examples;
    this.refusals = refusals;
  }

  public static Fuzz like(String... examples) {
    return new Fuzz(List.of(examples), List.of(OAuthException.class, RequestException.class));
  }

  /** The same of bytes: a text has one of them for each character. */
  public static Fuzz like(byte[] example) {
    return like(new String(example, ISO_8859_1));
  }

  /** For a parser that its callers expect to refuse by this exception. */
  public Fuzz refusedBy(Class<? extends Exception> refusal) {
    return new Fuzz(examples, List.of(refusal));
  }

  /** Tries inputs that the number stands for. */
  public void feed(long number, Parser parser) {
    SplittableRandom random = new SplittableRandom(number);
    for (int i = 0; i < SCALE; i++) {
      attempt(changed(random), parser);
    }
  }

  /** An input that the number stands for. */
  public String input(long number) {
    return changed(new SplittableRandom(number));
  }

  /**
   * The same with tokens: the examples are headers and claims by turns, and most of the tokens are
   * signed in earnest, so that what is behind the signature is reached.
   */
  public void feedTokens(long number, JwsSigner signer, Parser parser) {
    SplittableRandom random = new SplittableRandom(number);
    for (int i = 0; i < SCALE; i++) {
      int pair = random.nextInt(examples.size() / 2) * 2;
      String header = examples.get(pair);
      String claims = examples.get(pair + 1);
      String token =
          signer.sign(
              (random.nextInt(4) == 0 ? change(header, random) : header).getBytes(UTF_8),
              change(claims, random).getBytes(UTF_8));
      attempt(random.nextInt(8) == 0 ? change(token, random) : token, parser);
    }
  }

  /** A token of these two parts that nobody signed. */
  public static String unsigned(String header, String claims) {
    return BASE64URL.encodeToString(header.getBytes(UTF_8))
        + "."
        + BASE64URL.encodeToString(claims.getBytes(UTF_8))
        + ".AAAA";
  }

  private void attempt(String input, Parser parser) {
    // A pause of the machine is no fault of the parser's: only what is slow again and again is.
    for (int i = 0; i < 3; i++) {
      long began = System.nanoTime();
      try {
        parser.read(input);
      } catch (Exception | StackOverflowError | AssertionError e) {
        if (refusals.stream().noneMatch(refusal -> refusal.isInstance(e))) {
          throw new AssertionError("for the input " + quoted(input), e);
        }
      }
      if (System.nanoTime() - began < PATIENCE.toNanos()) {
        return;
      }
    }
    throw new AssertionError("too slow for the input " + quoted(input));
  }

  private static String quoted(String input) {
    StringBuilder text = new StringBuilder("\"");
    input
        .chars()
        .limit(2_000)
        .forEach(c -> text.append(c < 0x20 || c > 0x7e ? "\\u%04x".formatted(c) : "" + (char) c));
    return text.append('"').toString();
  }

  private String changed(SplittableRandom random) {
    return change(examples.get(random.nextInt(examples.size())), random);
  }

  private String change(String example, SplittableRandom random) {
    StringBuilder text = new StringBuilder(example);
    int changes = random.nextInt(MOST_CHANGES + 1);
    for (int i = 0; i < changes; i++) {
      changeOnce(text, random);
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text.toString();
  }

  private void changeOnce(StringBuilder text, SplittableRandom random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(1, 24));
    switch (random.nextInt(12)) {
      case 0 -> text.delete(from, to);
      case 1 -> text.setLength(from);
      case 2 -> text.insert(from, (char) random.nextInt(0x80));
      case 3 -> text.insert(from, (char) random.nextInt(0x10000));
      case 4 -> text.insert(from, text.substring(from, to));
      case 5 -> text.insert(from, examples.get(random.nextInt(examples.size())));
      case 6 -> text.replace(from, to, NASTY.get(random.nextInt(NASTY.size())));
      case 7 -> {
        if (random.nextInt(50) == 0) {
          text.insert(from, NASTY.get(random.nextInt(NASTY.size())).repeat(random.nextInt(6_000)));
        }
      }
      default -> text.insert(from, NASTY.get(random.nextInt(NASTY.size())));
    }
  }
}
