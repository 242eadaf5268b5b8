package io.gatehouse.platform.postgres;

import io.gatehouse.platform.config.StartupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's programs as somebody who is not root, as they insist on. Where the server
 * itself is root, a user namespace without a mapping makes it nobody in the programs' eyes while
 * the files stay root's; where namespaces are forbidden, the folder is handed to an unprivileged
 * user and {@code setpriv} changes to that one.
 */
final class Unprivileged {
  private final List<String> prefix;

  private Unprivileged(List<String> prefix) {
    this.prefix = prefix;
  }

  static Unprivileged over(Path folder) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return new Unprivileged(List.of());
    }
    if (succeeds(List.of("unshare", "--user", "true"))) {
      return new Unprivileged(List.of("unshare", "--user", "--"));
    }
    for (String user : List.of("postgres", "nobody")) {
      List<String> change =
          List.of("setpriv", "--reuid=" + user, "--clear-groups", "--inh-caps=-all", "--");
      if (handOver(folder, user)
          && succeeds(with(change, List.of("test", "-w", folder.toString())))) {
        return new Unprivileged(change);
      }
    }
    throw new StartupProblem(
        "PostgreSQL refuses to run as root, and neither a user namespace nor another user can reach %s; start Gatehouse as another user, set GATEHOUSE_DATA to a folder that all users can reach, or set DB_URL."
            .formatted(folder));
  }

  List<String> command(List<String> command) {
    return with(prefix, command);
  }

  private static List<String> with(List<String> prefix, List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  /** Gives the folder to the user and lets everybody pass through, not look into, the one above. */
  private static boolean handOver(Path folder, String user) {
    try (Stream<Path> all = Files.walk(folder)) {
      Files.setPosixFilePermissions(
          folder.resolve(".."), PosixFilePermissions.fromString("rwx--x--x"));
      UserPrincipal owner =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
      for (Path path : all.toList()) {
        if (!Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
          Files.getFileAttributeView(path, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
              .setOwner(owner);
        }
      }
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static boolean succeeds(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
