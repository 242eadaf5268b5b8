package io.gatehouse.asset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetTypeTest {
  @ParameterizedTest
  @CsvSource({
    "image/jpeg, ffd8ffe0",
    "image/png, 89504e470d0a1a0a00",
    "image/gif, 474946383961",
    "image/vnd.microsoft.icon, 000001000100",
    "image/tiff, 49492a0008",
    "image/webp, 524946462400000057454250",
    "image/bmp, 424d36",
    "application/zip, 504b0304",
  })
  void aFileIsKnownByItsBeginning(String type, String head) {
    assertEquals(Optional.of(type), AssetType.of(java.util.HexFormat.of().parseHex(head)), head);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<svg/>",
        "<?xml version='1.0'?>  <!DOCTYPE svg> <!-- <svg> --> <svg xmlns='x'>",
      })
  void aDrawingIsKnownByItsRoot(String text) {
    assertEquals(Optional.of("image/svg+xml"), AssetType.of(text.getBytes(ISO_8859_1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html><svg/></html>",
        "<!-- <svg> -->",
        "text",
        "<svgx>",
        "<!-- never closed <svg>"
      })
  void whatOnlyMentionsADrawingIsNone(String text) {
    assertEquals(Optional.empty(), AssetType.of(text.getBytes(ISO_8859_1)));
  }

  @Test
  void anEmptyFileIsNothing() {
    assertEquals(Optional.empty(), AssetType.of(new byte[0]));
  }
}
