package io.gatehouse.platform.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Unpacks the tar archive that the PostgreSQL binaries come in: folders, files with their
 * executable bit, symbolic links, and GNU's long names. Anything else in an archive is refused.
 */
final class TarReader {
  private static final int BLOCK = 512;

  private final InputStream in;
  private final Path target;
  private final byte[] header = new byte[BLOCK];

  TarReader(InputStream in, Path target) {
    this.in = in;
    this.target = target.toAbsolutePath().normalize();
  }

  void unpack() throws IOException {
    String longName = "";
    while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
      long size = Long.parseLong(text(124, 12).strip(), 8);
      if (header[156] == 'L') {
        longName = new String(in.readNBytes((int) size), StandardCharsets.UTF_8).replace("\0", "");
        skipPadding(size);
      } else {
        entry(longName.isEmpty() ? name() : longName, size);
        longName = "";
      }
    }
  }

  private void entry(String name, long size) throws IOException {
    Path path = target.resolve(name).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("an entry leaves the folder: " + name);
    }
    switch (header[156]) {
      case '5' -> Files.createDirectories(path);
      case '2' -> link(path, text(157, 100));
      case '0', 0 -> file(path, size);
      default -> throw new IOException("unexpected entry type " + (char) header[156] + ": " + name);
    }
  }

  private void link(Path path, String to) throws IOException {
    Path parent = parentOf(path);
    if (!parent.resolve(to).normalize().startsWith(target)) {
      throw new IOException("a link leaves the folder: " + path);
    }
    Files.createSymbolicLink(path, Path.of(to));
  }

  private void file(Path path, long size) throws IOException {
    parentOf(path);
    try (var out = Files.newOutputStream(path)) {
      byte[] buffer = new byte[64 * 1024];
      long left = size;
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new IOException("the archive ends within " + path);
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
    skipPadding(size);
    boolean executable = (Integer.parseInt(text(100, 8).strip(), 8) & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static Path parentOf(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IOException("no folder above " + path);
    }
    return Files.createDirectories(parent);
  }

  private void skipPadding(long size) throws IOException {
    in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
  }

  private String name() {
    String prefix = text(257, 5).equals("ustar") ? text(345, 155) : "";
    return prefix.isEmpty() ? text(0, 100) : prefix + "/" + text(0, 100);
  }

  private String text(int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.UTF_8);
  }
}
