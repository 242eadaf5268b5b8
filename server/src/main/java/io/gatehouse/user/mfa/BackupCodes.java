package io.gatehouse.user.mfa;

import io.gatehouse.platform.id.Ids;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a set of backup codes looks like. */
public final class BackupCodes {
  private static final int CODES = 10;
  private static final int BYTES = 5;
  private static final Pattern CODE = Pattern.compile("[0-9a-fA-F]{10}");

  private BackupCodes() {}

  /**
   * One that is kept.
   *
   * @param usedAt null while it is unused
   */
  public record Kept(String code, @Nullable Instant usedAt) {
    /** Never shows the code. */
    @Override
    public String toString() {
      return "Kept[" + usedAt + "]";
    }
  }

  public static List<String> fresh() {
    return Stream.generate(() -> HexFormat.of().formatHex(Ids.bytes(BYTES))).limit(CODES).toList();
  }

  static boolean areValid(List<String> codes) {
    return codes.size() == CODES && codes.stream().allMatch(code -> CODE.matcher(code).matches());
  }
}
