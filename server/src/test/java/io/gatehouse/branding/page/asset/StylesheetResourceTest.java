package io.gatehouse.branding.page.asset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class StylesheetResourceTest {
  private final PageAssets assets = new PageAssets();
  private final StylesheetResource resource = new StylesheetResource(assets);

  @Test
  void theNamedContentIsKeptForEverAndCompressed() throws IOException {
    String hash = assets.stylesheetPath().replaceAll(".*-(.*)\\.css", "$1");
    Response answer = resource.stylesheet(hash, "br, gzip");
    assertEquals("public, max-age=31536000, immutable", answer.getHeaderString("Cache-Control"));
    assertEquals("gzip", answer.getHeaderString("Content-Encoding"));
    byte[] zipped = (byte[]) answer.getEntity();
    assertArrayEquals(
        assets.stylesheet(), new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes());
  }

  @Test
  void anotherVersionsNameAnswersButIsNotKept() {
    Response answer = resource.stylesheet("0123456789ab", null);
    assertEquals("no-store", answer.getHeaderString("Cache-Control"));
    assertNull(answer.getHeaderString("Content-Encoding"));
  }

  @Test
  void trimmingKeepsWhatMeansSomething() {
    assertEquals(
        ".a :is(b,c) > d{color:red;width:calc(1px + 2px)}.e{content:\"!\" / \"\"}",
        PageAssets.trimmed(
            "/* x */\n.a  :is(b, c) > d { color: red;\n  width: calc(1px + 2px); }\n.e { content: \"!\" / \"\"; }\n"));
    assertFalse(new String(assets.stylesheet(), StandardCharsets.UTF_8).contains("/*"));
  }
}
