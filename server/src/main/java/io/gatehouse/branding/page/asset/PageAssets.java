package io.gatehouse.branding.page.asset;

import io.gatehouse.branding.page.context.Pictures;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The stylesheet, the script and the mark of the hosted pages, trimmed once at start. */
@Singleton
public final class PageAssets {
  private final byte[] stylesheet;
  private final byte[] zippedStylesheet;
  private final String stylesheetName;
  private final String script;
  private final String demo;
  private final String deviceScript;
  private final String passkeyScript;
  private final String captchaScript;
  private final String promptScript;
  private final String mark;

  public PageAssets() {
    stylesheet = trimmed(read("tokens.css") + read("hosted.css")).getBytes(StandardCharsets.UTF_8);
    zippedStylesheet = gzip(stylesheet);
    stylesheetName = "hosted-" + hash(stylesheet) + ".css";
    script = shortened(read("hosted.js"));
    demo = shortened(read("demo.js"));
    deviceScript = shortened(read("device-demo.js"));
    passkeyScript = shortened(read("passkey.js"));
    captchaScript = shortened(read("captcha.js"));
    promptScript = shortened(read("prompt.js"));
    mark = Pictures.inline(read("mark.svg"));
  }

  /** The path names the content, so it may be kept for ever. */
  public String stylesheetPath() {
    return "/assets/" + stylesheetName;
  }

  boolean isCurrent(String name) {
    return stylesheetName.equals(name);
  }

  byte[] stylesheet() {
    return stylesheet;
  }

  public String stylesheetText() {
    return new String(stylesheet, StandardCharsets.UTF_8);
  }

  public byte[] zippedStylesheet() {
    return zippedStylesheet;
  }

  public String script() {
    return script;
  }

  public String demo() {
    return demo;
  }

  public String deviceScript() {
    return deviceScript;
  }

  public String passkeyScript() {
    return passkeyScript;
  }

  public String captchaScript() {
    return captchaScript;
  }

  public String promptScript() {
    return promptScript;
  }

  public String mark() {
    return mark;
  }

  private static String shortened(String script) {
    return script.replaceAll("(?m)^\\s*//.*\\n", "").replaceAll("(?m)^\\s+", "").strip();
  }

  /** Drops comments and the white space that means nothing in CSS. */
  static String trimmed(String css) {
    return css.replaceAll("(?s)/\\*.*?\\*/", "")
        .replaceAll("\\s+", " ")
        .replaceAll(" ?([{};,]) ?", "$1")
        .replaceAll("(--[a-z0-9-]+|[{;][a-z-]+): ", "$1:")
        .replace(";}", "}")
        .strip();
  }

  private static String read(String name) {
    String path = "assets/pages/" + name;
    try (InputStream in = PageAssets.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As small as it gets. */
  public static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip =
        new GZIPOutputStream(out) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
