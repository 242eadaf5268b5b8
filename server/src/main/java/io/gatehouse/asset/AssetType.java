package io.gatehouse.asset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of files that are taken, and how each begins. */
enum AssetType {
  JPEG("^ffd8ff", "image/jpeg"),
  PNG("^89504e470d0a1a0a", "image/png"),
  GIF("^474946383[79]61", "image/gif"),
  ICON("^00000100", "image/vnd.microsoft.icon", "image/x-icon"),
  SVG("", "image/svg+xml") {
    @Override
    boolean begins(byte[] head) {
      return SVG_ROOT.matcher(new String(head, StandardCharsets.UTF_8)).lookingAt();
    }
  },
  TIFF("^(49492a00|4d4d002a)", "image/tiff"),
  WEBP("^52494646.{8}57454250", "image/webp"),
  BMP("^424d", "image/bmp"),
  ZIP("^504b(0304|0506)", "application/zip");

  /** How much of a file is enough to know it. */
  static final int HEAD = 4096;

  /** What a file is served as whose content is none of these. */
  static final String UNKNOWN = "application/octet-stream";

  /** The root of the document, after a byte order mark, declarations and comments. */
  private static final Pattern SVG_ROOT =
      Pattern.compile(
          "\\uFEFF?(?s:\\s*+(<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>]*>))*+\\s*+<svg[\\s>/]");

  private final Pattern beginning;
  private final List<String> mediaTypes;

  AssetType(String beginning, String... mediaTypes) {
    this.beginning = Pattern.compile(beginning);
    this.mediaTypes = List.of(mediaTypes);
  }

  /** The media types that may be sent. */
  static List<String> allowed() {
    return Arrays.stream(values()).flatMap(type -> type.mediaTypes.stream()).toList();
  }

  /** The media types of pictures of people. */
  static List<String> avatars() {
    return Stream.of(JPEG, PNG, GIF, WEBP, BMP).map(type -> type.mediaTypes.getFirst()).toList();
  }

  /** The media type of a file, told by its content alone. */
  static Optional<String> of(byte[] head) {
    return Arrays.stream(values())
        .filter(type -> type.begins(head))
        .map(type -> type.mediaTypes.getFirst())
        .findFirst();
  }

  boolean begins(byte[] head) {
    return beginning
        .matcher(HexFormat.of().formatHex(head, 0, Math.min(head.length, 16)))
        .lookingAt();
  }
}
