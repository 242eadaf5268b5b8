package io.gatehouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderAddressesTest {
  private final ProviderAddresses addresses =
      new ProviderAddresses(
          Map.of(
              "GATEHOUSE_TESTKIT_HUGGINGFACE", "http://127.0.0.1:9000",
              "GATEHOUSE_TESTKIT_GITHUB", "http://127.0.0.1:9001/github/",
              "GATEHOUSE_TESTKIT_TURNSTILE", "http://127.0.0.1:9002",
              "GATEHOUSE_TESTKIT_GOOGLE", ""));

  @Test
  void aNamedProvidersAddressesMoveWithPathAndQuery() {
    assertMoved("http://127.0.0.1:9000/oauth/token", "https://huggingface.co/oauth/token");
    assertMoved("http://127.0.0.1:9001/github/user", "https://api.github.com/user");
    assertMoved(
        "http://127.0.0.1:9002/turnstile/v0/api.js",
        "https://challenges.cloudflare.com/turnstile/v0/api.js");
    assertMoved("http://127.0.0.1:9001/github/login?a=b%20c", "https://github.com/login?a=b%20c");
  }

  @Test
  void theOthersStay() {
    assertMoved("https://oauth2.googleapis.com/token", "https://oauth2.googleapis.com/token");
    assertMoved("https://example.com/huggingface.co", "https://example.com/huggingface.co");
  }

  private void assertMoved(String expected, String address) {
    assertEquals(URI.create(expected), addresses.apply(URI.create(address)));
  }
}
