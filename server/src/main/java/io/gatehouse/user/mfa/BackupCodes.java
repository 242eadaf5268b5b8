package io.gatehouse.user.mfa;

import io.gatehouse.platform.id.Ids;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a set of backup codes looks like. */
public final class BackupCodes {
  private static final int CODES = 10;
  private static final int BYTES = 5;
  private static final Pattern CODE = Pattern.compile("[0-9a-fA-F]{10}");

  private BackupCodes() {}

  public static List<String> fresh() {
    return Stream.generate(() -> HexFormat.of().formatHex(Ids.bytes(BYTES))).limit(CODES).toList();
  }

  static boolean areValid(List<String> codes) {
    return codes.size() == CODES && codes.stream().allMatch(code -> CODE.matcher(code).matches());
  }
}
