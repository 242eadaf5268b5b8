package io.gatehouse.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any input. */
class ProtocolPropertiesTest {
  @Property
  void nothingButAnOAuthExceptionComesOutOfAnyInput(@ForAll String text, @ForAll String other) {
    attempt(() -> Parameters.parse(text).refuseRepeated(java.util.Set.of()));
    attempt(() -> Parameters.of(Map.of(text, List.of(other))));
    attempt(() -> Scopes.parse(text));
    attempt(() -> Prompt.parse(text));
    attempt(() -> ResponseType.parse(text));
    attempt(() -> ResponseType.parse("code " + text));
    attempt(() -> ResponseType.asksTokens(text));
    attempt(() -> ResponseMode.parse(text, false));
    attempt(() -> Pkce.challenge(text, other, true));
    attempt(() -> Pkce.s256(text));
    attempt(() -> UserCode.parse(text));
    attempt(() -> new RedirectUris(List.of(text), true).allow(other));
  }

  @Property
  void aCodeIsReadAsItIsShownHoweverItIsTyped(@ForAll("codes") String letters) {
    UserCode code = new UserCode(letters);
    assertEquals(java.util.Optional.of(code), UserCode.parse(code.toString()));
    assertEquals(
        java.util.Optional.of(code),
        UserCode.parse(" " + letters.toLowerCase(Locale.ROOT).replace("B", " b- ") + "0 1"));
  }

  @Provide
  Arbitrary<String> codes() {
    return Arbitraries.strings().withChars(UserCode.ALPHABET).ofLength(UserCode.LENGTH);
  }

  @Property
  void anyPairOfUrisIsComparedWithoutAnException(
      @ForAll("uris") String registered, @ForAll("uris") String uri) {
    new RedirectUris(List.of(registered), true).allow(uri);
  }

  @Property
  void whatAFormSaysIsRead(@ForAll("texts") Map<String, String> pairs) {
    String form =
        pairs.entrySet().stream()
            .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
            .collect(Collectors.joining("&"));
    Parameters read = Parameters.parse(form);
    assertEquals(pairs.keySet(), read.names());
    pairs.forEach((name, value) -> assertEquals(List.of(value), read.all(name)));
  }

  @Property
  void scopesAreReadAsTheyAreWritten(@ForAll String text) {
    Scopes scopes = Scopes.parse(text);
    assertEquals(scopes, Scopes.parse(scopes.toString()));
  }

  @Property
  void aDescriptionCanGoIntoAHeader(@ForAll String text) {
    String description = OAuthError.INVALID_TOKEN.because(text).description();
    assertTrue(description.matches("[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]*"), description);
  }

  @Property(tries = 5_000)
  void anAllowedUriHasTheRegisteredOrigin(
      @ForAll("uris") String registered, @ForAll("uris") String uri) {
    // A wildcard in the host is meant to allow more than one origin; the table tests show which.
    if (!registered.matches("https?://[^/?#]*\\*.*")
        && new RedirectUris(List.of(registered), false).allow(uri)) {
      assertEquals(origin(registered.replace('*', 'x')), origin(uri));
    }
  }

  @Property
  void anAllowedUriIsNeverDangerous(@ForAll("uris") String uri) {
    if (new RedirectUris(List.of(uri), true).allow(uri)) {
      assertTrue(!uri.contains("\\") && !uri.contains("/../") && !uri.startsWith("javascript:"));
    }
  }

  /** URIs of few words, so that two of them are often alike. */
  @Provide
  Arbitrary<String> uris() {
    return Combinators.combine(
            Arbitraries.of(
                "https://",
                "http://",
                "HTTPS://",
                "https:",
                "https:/",
                "app://",
                "app:/",
                "javascript:",
                "//",
                ""),
            Arbitraries.of(
                "",
                "a.example",
                "A.example",
                "a_b.example",
                "evil_x.test",
                "b.example",
                "*.a.example",
                "x.a.example",
                "localhost",
                "[::1]",
                "u@a.example",
                "a.example@evil.test",
                "a.example\\@evil.test",
                "bücher.example",
                "evil%2etest"),
            Arbitraries.of("", "", ":443", ":80", ":8080", ":", ":x", ":99999"),
            Arbitraries.of(
                "", "/", "/cb", "/*", "/x/../y", "/%2e%2e/", "/\\evil.test", "//evil.test"),
            Arbitraries.of("", "", "?", "?x=1", "?x=*"),
            Arbitraries.of("", "", "#", "#x"))
        .as((scheme, host, port, path, query, hash) -> scheme + host + port + path + query + hash);
  }

  @Provide
  Arbitrary<Map<String, String>> texts() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .all()
            .excludeChars('\0')
            .ofMinLength(1)
            .ofMaxLength(20)
            .filter(t -> t.chars().noneMatch(c -> Character.isSurrogate((char) c)));
    return Arbitraries.maps(text, text).ofMaxSize(10);
  }

  private static String origin(String uri) {
    URI parsed = URI.create(uri);
    String scheme = parsed.getScheme().toLowerCase(Locale.ROOT);
    String authority = String.valueOf(parsed.getRawAuthority()).toLowerCase(Locale.ROOT);
    String usual = scheme.equals("https") ? ":443" : scheme.equals("http") ? ":80" : "";
    return scheme + "://" + authority.replaceFirst("(" + usual + "|:)$", "");
  }

  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (OAuthException expected) {
      assertTrue(expected.status() >= 400);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
