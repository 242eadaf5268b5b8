package io.gatehouse.app.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsolePolicyTest {
  private static final String CORE = "https://id.example.com";

  @Test
  void theScriptOfTheShellIsAllowedByItsHashAndNoOtherInline() {
    String policy = ConsolePolicy.of("<head><script>alert(1)</script></head>", CORE);
    assertTrue(
        policy.contains("script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"),
        policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertTrue(policy.contains("connect-src 'self' " + CORE), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
  }

  @Test
  void aFileIsAnsweredInTheSmallestFormThatTheBrowserTakes() {
    byte[] content = "body{}".getBytes(StandardCharsets.UTF_8);
    ConsoleFile file = new ConsoleFile("assets/index-1.css", content, new byte[1], new byte[2]);
    assertEquals("br", file.formFor("gzip, deflate, br").encoding());
    assertEquals("gzip", file.formFor("gzip").encoding());
    assertEquals(content, file.formFor(null).bytes());
    assertTrue(file.isImmutable());
    assertFalse(new ConsoleFile("index.html", content, null, null).isImmutable());
  }
}
