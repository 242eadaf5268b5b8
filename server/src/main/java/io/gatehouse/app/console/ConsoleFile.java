package io.gatehouse.app.console;

import io.gatehouse.platform.crypto.Digests;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of the Console.
 *
 * @param name below the Console's folder
 * @param brotli the content compressed by Brotli, where that is smaller
 * @param gzip the same by gzip
 */
@SuppressWarnings("ArrayRecordComponent")
record ConsoleFile(String name, byte[] content, byte @Nullable [] brotli, byte @Nullable [] gzip) {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "svg", "image/svg+xml",
          "json", "application/json",
          "png", "image/png",
          "webp", "image/webp");

  /** A form of the content and what HTTP calls its encoding; null for the content itself. */
  record Form(byte[] bytes, @Nullable String encoding) {}

  /** The smallest form that the browser takes. */
  Form formFor(@Nullable String acceptEncoding) {
    String accepted = acceptEncoding == null ? "" : acceptEncoding;
    if (brotli != null && accepted.contains("br")) {
      return new Form(brotli, "br");
    }
    return gzip != null && accepted.contains("gzip")
        ? new Form(gzip, "gzip")
        : new Form(content, null);
  }

  String type() {
    return TYPES.getOrDefault(
        name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
  }

  /** The names of the build's assets carry a hash of their content, so they never change. */
  boolean isImmutable() {
    return name.startsWith("assets/");
  }

  String entityTag() {
    return "\"" + HexFormat.of().formatHex(Digests.sha256(content), 0, 12) + "\"";
  }
}
