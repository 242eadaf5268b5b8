package io.gatehouse.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrisTest {
  @ParameterizedTest
  @Spec("RFC 6749 §3.1.2.3")
  @Spec("RFC 9700 §2.1")
  @CsvSource({
    "https://a.example/cb, https://a.example/cb, true",
    "https://a.example/cb, https://a.example/cb/, false",
    "https://a.example/cb, https://a.example/CB, false",
    "https://a.example/cb, https://a.example/c, false",
    "https://a.example/cb, https://a.example/cb?x=1, false",
    "https://a.example/cb, https://a.example/cb?, false",
    "https://a.example/cb?x=1, https://a.example/cb?x=1, true",
    "https://a.example/cb?x=1, https://a.example/cb, false",
    "https://a.example/cb?x=/../y, https://a.example/cb?x=/../y, true",
    "https://a.example/cb, https://a.example/cb#x, false",
    "https://a.example/cb, https://a.example/cb#, false",
    "https://a.example/cb#x, https://a.example/cb#x, true",
    "https://a.example/cb#x, https://a.example/cb, false",
    "https://a.example/cb, http://a.example/cb, false",
    "https://a.example/cb, https://b.example/cb, false",
    "https://a.example/cb, https://a.example.evil.test/cb, false",
    "https://a.example/cb, https://a.example./cb, false",
    "https://a.example/%7Ecb, https://a.example/~cb, false",
    "https://a.example/cb, //a.example/cb, false",
    "https://a.example/cb, /cb, false",
    "https://a.example/cb, '', false",
    "https://a.example/cb, '[', false",
  })
  void aUriIsComparedWhole(String registered, String uri, boolean allowed) {
    assertEquals(allowed, uris(registered).allow(uri));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example, https://a.example/, true",
    "https://a.example/, https://a.example, true",
    "https://a.example?x=1, https://a.example/?x=1, true",
    "https://a.example:443/cb, https://a.example/cb, true",
    "https://a.example/cb, https://a.example:443/cb, true",
    "https://a.example/cb, https://a.example:/cb, true",
    "http://a.example/cb, http://a.example:80/cb, true",
    "http://a.example/cb, http://a.example:443/cb, false",
    "https://a.example/cb, https://a.example:80/cb, false",
    "https://a.example/cb, https://a.example:8443/cb, false",
    "https://A.Example/cb, https://a.eXAMPLE/cb, true",
    "HTTPS://a.example/cb, hTTps://a.example/cb, true",
    "http://[::1]:8080/cb, http://[::1]:8080/cb, true",
    "http://[::1]/cb, http://[::1]:80/cb, true",
    "http://[::1]/cb, http://[::2]/cb, false",
    "http://[FE80::1]/cb, http://[fe80::1]/cb, true",
  })
  void whatBrowsersTakeForTheSameIsTheSame(String registered, String uri, boolean allowed) {
    assertEquals(allowed, uris(registered).allow(uri));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a_b.example/cb, https://a_b.example/cb, true",
    "https://a_b.example, https://a_b.example/, true",
    "https://a_b.example/cb, https://evil_x.test/cb, false",
    "https://a_b.example/cb, https://a_b.example:8443/cb, false",
    "https://a_b.example/cb, https://u@a_b.example/cb, false",
    "https://bücher.example/cb, https://bücher.example/cb, true",
    "https://bücher.example/cb, https://evil_x.test/cb, false",
    "https://bücher.example/cb, https://evil%2etest/cb, false",
    "https:cb, https:cb, true",
    "https:cb, https:evil, false",
    "https:/cb, https://cb, false",
  })
  void anUnusualHostIsNoOtherUnusualHost(String registered, String uri, boolean allowed) {
    assertEquals(allowed, uris(registered).allow(uri));
  }

  @ParameterizedTest
  @CsvSource({
    "https://*.a.example/cb, https://x.a.example/cb, true",
    "https://*.a.example/cb, https://X.A.example:443/cb, true",
    "https://*.a.example/cb, https://a.example/cb, false",
    "https://*.a.example/cb, https://.a.example/cb, false",
    "https://*.a.example/cb, https://x.y.a.example/cb, false",
    "https://*.a.example/cb, https://x.b.example/cb, false",
    "https://*.a.example/cb, https://evil.test/.a.example/cb, false",
    "https://*.a.example/cb, https://evil.test?.a.example/cb, false",
    "https://*.a.example/cb, https://evil.test#.a.example/cb, false",
    "https://*.a.example/cb, https://evil.test%2f.a.example/cb, false",
    "https://*.a.example/cb, https://x@x.a.example/cb, false",
    "https://*.a.example/cb, https://x.a.example:8443/cb, false",
    "https://*.a.example/cb, http://x.a.example/cb, false",
    "https://*.a.example/cb, https://x.a.example/cb?a=b, false",
    "https://*.a.example/cb, https://x.a.example/cb#a, false",
    "https://*.a.example:8443/cb, https://x.a.example:8443/cb, true",
    "https://pr-*-web.a.example/cb, https://pr-12-web.a.example/cb, true",
    "https://pr-*-web.a.example/cb, https://pr--web.a.example/cb, false",
    "https://pr-*-web.a.example/cb, https://pr-web.a.example/cb, false",
    "https://pr-*-*.a.example/cb, https://pr-1-2.a.example/cb, true",
    "https://*.*.a.example/cb, https://x.y.a.example/cb, true",
    "https://*.example/cb, https://a.example/cb, false",
    "https://a.*/cb, https://a.example/cb, false",
    "https://x.*.example/cb, https://x.a.example/cb, false",
    "https://x.a.*/cb, https://x.a.example/cb, false",
    "https://*/cb, https://a/cb, false",
    "https://*/cb, https://a.example/cb, false",
    "http*://a.example/cb, https://a.example/cb, false",
    "https://a.example:*/cb, https://a.example:1/cb, false",
    "myapp://*, myapp://cb, false",
  })
  void aWildcardInTheHostIsPartOfOneLabel(String registered, String uri, boolean allowed) {
    assertEquals(allowed, uris(registered).allow(uri));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/*, https://a.example/, true",
    "https://a.example/*, https://a.example/x, true",
    "https://a.example/*, https://a.example/x/y, true",
    "https://a.example/*, https://a.example, true",
    "https://a.example/*/cb, https://a.example/x/cb, true",
    "https://a.example/*/cb, https://a.example/x/y/cb, true",
    "https://a.example/*/cb, https://a.example/cb, false",
    "https://a.example/*/cb, https://a.example/x/cbx, false",
    "https://a.example/a*b*c, https://a.example/a1b2c, true",
    "https://a.example/a*b*c, https://a.example/abc, true",
    "https://a.example/a*b*c, https://a.example/acb, false",
    "https://a.example/ab*ba, https://a.example/aba, false",
    "https://a.example/a**b, https://a.example/ab, true",
    "https://a.example/a.c*, https://a.example/abc, false",
    "https://a.example/*, https://b.example/x, false",
    "https://a.example/*, https://a.example.evil.test/x, false",
    "https://a.example/*, https://a.example@evil.test/x, false",
    "https://a.example/*, https://a.example/x?y, false",
    "https://a.example/*, https://a.example/x#y, false",
    "https://a.example/*?y, https://a.example/x?y, true",
    "https://a.example/t/*, https://a.example/t/../u, false",
    "https://a.example/t/*, https://a.example/t/x/.., false",
    "https://a.example/t/*, https://a.example/t/%2E%2e/u, false",
    "https://a.example/t/*, https://a.example/t/.%2e/u, false",
    "https://a.example/t/*, https://a.example/t/./u, false",
    "https://a.example/t/*, https://a.example/t/..\\u, false",
    "https://a.example/t/*, https://a.example/t/*, false",
    "https://a.example/t/*, https://a.example/t/..x, true",
  })
  void aWildcardInThePathNeverLeavesIt(String registered, String uri, boolean allowed) {
    assertEquals(allowed, uris(registered).allow(uri));
  }

  @ParameterizedTest
  @Spec("RFC 8252 §7.1")
  @CsvSource({
    "com.example.app:/cb, com.example.app:/cb, true",
    "com.example.app:/cb, COM.example.app:/cb, true",
    "com.example.app:/cb, com.example.app:/evil, false",
    "com.example.app:/cb, com.example.app:///cb, false",
    "com.example.app:/cb, com.example.evil:/cb, false",
    "com.example.app://cb, com.example.app://cb, true",
    "com.example.app://cb, com.example.app://cb/, false",
    "com.example.app://my_cb, com.example.app://other_cb, false",
    "com.example.app:cb, com.example.app:cb, true",
    "com.example.app:cb, com.example.app:other, false",
    "com.example.app:cb, com.example.app:cb?x, false",
  })
  void theUriOfAnApplicationsOwnSchemeIsExact(String registered, String uri, boolean allowed) {
    assertEquals(allowed, uris(registered).allow(uri));
  }

  @ParameterizedTest
  @Spec("RFC 8252 §7.3")
  @CsvSource({
    "http://localhost/cb, http://localhost:51004/cb, true",
    "http://127.0.0.1:3000/cb, http://127.0.0.1:51004/cb, true",
    "http://127.0.0.1:3000/cb, http://127.0.0.1/cb, true",
    "http://[::1]/cb, http://[::1]:51004/cb, true",
    "http://127.0.0.1/cb, http://127.0.0.1:51004/other, false",
    "http://127.0.0.1/cb, http://127.0.0.1:51004/cb?x, false",
    "http://127.0.0.1/cb, http://localhost:51004/cb, false",
    "http://127.0.0.1/cb, http://127.0.0.2:51004/cb, false",
    "http://127.0.0.1/cb, http://127.0.0.1:65536/cb, false",
    "http://127.0.0.1/cb, http://127.0.0.1:1@evil.test/cb, false",
    "http://127.0.0.1/cb, https://127.0.0.1:51004/cb, false",
    "https://localhost/cb, https://localhost:51004/cb, false",
    "http://localhost.evil.test/cb, http://localhost.evil.test:81/cb, false",
  })
  void anyPortOfALoopbackAddressIsForNativeApplications(
      String registered, String uri, boolean allowed) {
    assertEquals(allowed, new RedirectUris(List.of(registered), true).allow(uri));
    assertFalse(uris(registered).allow(uri), "other applications name the port");
  }

  @ParameterizedTest
  @Spec("RFC 9700 §4.11")
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript://a.example/%0aalert(1)",
        "data:text/html,x",
        "vbscript:x",
        "blob:https://a.example/1",
        "file:///etc/passwd",
        "filesystem:https://a.example/x",
        "about:blank",
        "view-source:https://a.example/",
        "https://a.example/\\evil.test",
        "https://a.example\\@evil.test/",
        "https://a.example/a/../b",
        "https://a.example/%2E./b",
        "https://a.example/..",
        "https://a.example/.?x",
        "https://a.example/a b",
        " https://a.example/",
        "https://a.example/\r\nSet-Cookie:x",
        "java\tscript:alert(1)",
        "https://a.example/*",
        "https://*.a.example/",
      })
  void someUrisAreNeverAllowedEvenWhenRegistered(String uri) {
    assertFalse(uris(uri).allow(uri));
  }

  @Test
  void anOverlongUriIsRefused() {
    String longest = "https://a.example/" + "x".repeat(4096 - 18);
    assertTrue(uris(longest).allow(longest));
    assertFalse(uris(longest + "x").allow(longest + "x"));
  }

  @Test
  void manyAsterisksCostNoMoreThanOne() {
    RedirectUris registered = uris("https://a.example/" + "*a".repeat(100) + "*b");
    String uri = "https://a.example/" + "a".repeat(4000);
    assertFalse(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> registered.allow(uri)));
  }

  @Test
  void oneOfSeveralIsEnoughAndNoneIsNone() {
    assertTrue(
        new RedirectUris(List.of("[", "https://a.example/1", "https://a.example/2"), false)
            .allow("https://A.example/2"));
    assertFalse(new RedirectUris(List.of(), true).allow("http://localhost/"));
  }

  private static RedirectUris uris(String registered) {
    return new RedirectUris(List.of(registered), false);
  }
}
