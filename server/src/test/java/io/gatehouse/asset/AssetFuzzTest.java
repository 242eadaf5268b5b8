package io.gatehouse.asset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.gatehouse.testing.Fuzz;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Beginnings of files that are almost right. */
class AssetFuzzTest {
  private static final Fuzz FILES =
      Fuzz.like("<?xml version='1.0'?>  <!DOCTYPE svg> <!-- <svg> --> <svg xmlns='x'>", "GIF89a");

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void beginnings(@ForAll long number) {
    FILES.feed(number, text -> AssetType.of(text.getBytes(ISO_8859_1)));
  }
}
