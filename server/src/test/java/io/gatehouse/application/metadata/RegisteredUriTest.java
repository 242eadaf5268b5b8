package io.gatehouse.application.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteredUriTest {
  @ParameterizedTest
  @CsvSource({
    "https://example.com, true",
    "https://example.com/, true",
    "https://example.com/callback?a=b#c, true",
    "http://localhost:3000/callback, true",
    "http://127.0.0.1/callback, true",
    "http://[::1]:8080/callback, true",
    "HTTPS://EXAMPLE.com/x, true",
    "https://example.com:65535/x, true",
    "https://example.com:65536/x, false",
    "https://example.com:*/x, false",
    "https://*.example.com/callback, true",
    "https://a-*.example.com/*, true",
    "https://example.com/*/callback, true",
    "https://*/callback, false",
    "http://*:3000/callback, false",
    "https://*localhost/callback, false",
    "https://user@example.com/, false",
    "https://*@example.com/, false",
    "https://[::*]/, false",
    "https://example.com/?a=*, false",
    "https://example.com/#*, false",
    "http*://example.com/, false",
    "https://example.com/a/../b, false",
    "https://example.com/./b, false",
    "https://example.com/%2e%2E/b, false",
    "https://example.com/.%2e, false",
    "https://example.com/a.b/..c, true",
    "https://example.com\\@evil.com/, false",
    "https://, false",
    "https:///path, false",
    "http:example.com, false",
    "example.com/callback, false",
    "//example.com/callback, false",
    "'', false",
    "myapp://callback, true",
    "com.example.app:/callback, true",
    "com.example.app://callback, true",
    "io.logto+x://callback, true",
    "MyApp://callback, false",
    "1app://callback, false",
    "myapp://*, false",
    "com..app://callback, false",
    "'https://example.com/a b', false",
  })
  void onlySafeUrisCanBeRegistered(String uri, boolean valid) {
    assertEquals(valid, RegisteredUri.isValid(uri));
  }
}
