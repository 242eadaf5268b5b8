package io.gatehouse.platform.http;

import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.input.Issues;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a request. It lies in a folder for such until the request ends.
 *
 * @param name as its sender calls it, without folders
 * @param mediaType what its sender says it is, in lower case and without parameters
 */
public record Upload(String name, String mediaType, long size, Path content) {
  /** The largest file that is taken. */
  public static final long MOST = 20L << 20;

  private static final int LONGEST_NAME = 100;

  /**
   * The first file of the field {@code file}; ends the request when there is none, or too large a
   * one.
   */
  public static Upload first(@Nullable List<FileUpload> files) {
    if (files == null || files.isEmpty()) {
      Issues issues = new Issues();
      issues.at("file").wrongType("array", "undefined");
      issues.throwIfAny("files");
    }
    FileUpload file = Objects.requireNonNull(files).getFirst();
    if (file.size() > MOST) {
      throw RequestError.FILE_TOO_LARGE.exception();
    }
    return new Upload(
        name(file.fileName()), mediaType(file.contentType()), file.size(), file.uploadedFile());
  }

  private static String mediaType(@Nullable String declared) {
    return declared == null ? "" : declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The end of the name, where its extension is, and nothing of it that an address cannot carry.
   */
  static String name(@Nullable String sent) {
    String name = sent == null ? "" : sent.substring(afterLast(sent, '/', '\\'));
    String clean = name.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}%?#;]", "").strip();
    int surplus = clean.codePointCount(0, clean.length()) - LONGEST_NAME;
    String end = surplus <= 0 ? clean : clean.substring(clean.offsetByCodePoints(0, surplus));
    return end.isEmpty() || end.chars().allMatch(c -> c == '.') ? "file" : end;
  }

  private static int afterLast(String text, char one, char other) {
    return Math.max(text.lastIndexOf(one), text.lastIndexOf(other)) + 1;
  }
}
