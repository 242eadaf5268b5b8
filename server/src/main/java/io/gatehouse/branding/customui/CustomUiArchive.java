package io.gatehouse.branding.customui;

import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.error.RequestException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads the zip of a website. What it unpacks to is bounded by counting, never by what the archive
 * says of itself, and no name leaves the website's own folder.
 */
final class CustomUiArchive {
  static final String INDEX = "index.html";

  private static final int MOST_FILES = 2_000;
  private static final int LARGEST_FILE = 10 << 20;
  private static final long LARGEST_WHOLE = 60L << 20;
  private static final int LONGEST_NAME = 300;

  private CustomUiArchive() {}

  /** A file of the archive and what it is called on the website. */
  private record Member(ZipEntry entry, String path) {}

  /** Hands over one file after the other: its path, and its content. */
  static void read(Path zip, BiConsumer<String, byte[]> each) {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      List<Member> members = belowRoot(members(file));
      long left = LARGEST_WHOLE;
      for (Member member : members) {
        byte[] content = content(file, member, left);
        left -= content.length;
        each.accept(member.path(), content);
      }
    } catch (ZipException | EOFException e) {
      throw refused("The file is no zip archive that can be read.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Member> members(ZipFile file) {
    if (file.size() > MOST_FILES) {
      throw refused("The archive has more than " + MOST_FILES + " entries.");
    }
    List<Member> members = new ArrayList<>();
    for (ZipEntry entry : file.stream().map(ZipEntry.class::cast).toList()) {
      if (!entry.isDirectory() && !isLitter(entry.getName())) {
        members.add(new Member(entry, checked(entry.getName())));
      }
    }
    return members;
  }

  /** An archive of one folder, which holds the website, counts as the website itself. */
  private static List<Member> belowRoot(List<Member> members) {
    if (members.stream().anyMatch(member -> member.path().equals(INDEX))) {
      return members;
    }
    String root =
        members.stream()
            .map(Member::path)
            .filter(path -> path.endsWith("/" + INDEX) && path.indexOf('/') == path.length() - 11)
            .map(path -> path.substring(0, path.length() - INDEX.length()))
            .filter(folder -> members.stream().allMatch(m -> m.path().startsWith(folder)))
            .findFirst()
            .orElseThrow(() -> refused("The archive has no " + INDEX + "."));
    return members.stream()
        .map(member -> new Member(member.entry(), member.path().substring(root.length())))
        .toList();
  }

  private static byte[] content(ZipFile file, Member member, long left) throws IOException {
    int most = (int) Math.min(LARGEST_FILE, left);
    try (InputStream in = file.getInputStream(member.entry())) {
      byte[] content = in.readNBytes(most + 1);
      if (content.length > most) {
        throw refused("The archive unpacks to too much: " + member.path() + " is the last straw.");
      }
      return content;
    }
  }

  /** What file managers of desktops leave in archives. */
  private static boolean isLitter(String name) {
    return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store");
  }

  private static String checked(String name) {
    boolean strays =
        name.length() > LONGEST_NAME
            || name.chars().anyMatch(c -> c < ' ' || c == '\\' || c == ':')
            || List.of(name.split("/", -1)).stream()
                .anyMatch(step -> step.isEmpty() || step.equals(".") || step.equals(".."));
    if (strays) {
      throw refused("The archive has a file with a name that cannot be served.");
    }
    return name;
  }

  private static RequestException refused(String reason) {
    return RequestError.invalidInput(reason);
  }
}
