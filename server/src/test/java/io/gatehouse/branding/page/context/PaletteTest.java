package io.gatehouse.branding.page.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.branding.page.context.Palette.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
  private static final Color SURFACE = Color.parse("#ffffff");
  private static final Color STONE = Color.parse("#efece5");
  private static final Color NIGHT = Color.parse("#1b1e1a");

  @ParameterizedTest
  @ValueSource(
      strings = {"#6139F6", "#ffff00", "#FFF", "#000", "#777777", "#f60", "#1F5C4A", "#7CC7AA"})
  void textIsReadableOnAndInEveryColour(String hex) {
    Color brand = Color.parse(hex);
    assertTrue(brand.contrast(Palette.on(brand)) >= 4.0, hex);
    Color light = Palette.readable(brand, STONE, Color.parse("#000"));
    assertTrue(light.contrast(STONE) >= 4.5 && light.contrast(SURFACE) >= 4.5, hex);
    assertTrue(Palette.readable(brand, NIGHT, Color.parse("#fff")).contrast(NIGHT) >= 4.5, hex);
  }

  @Test
  void aColourThatReadsWellIsLeftAlone() {
    assertEquals(
        "#1F5C4A", Palette.readable(Color.parse("#1F5C4A"), STONE, Color.parse("#000")).hex());
  }

  @Test
  void whatIsNoColourBecomesOurs() {
    assertEquals(
        ":root{--gh-brand:#1F5C4A;--gh-on-brand:#FFFFFF;--gh-link:#1F5C4A}",
        Palette.rules(new Brand.Colors("url(evil)", null)));
  }
}
