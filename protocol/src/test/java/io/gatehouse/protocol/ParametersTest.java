package io.gatehouse.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  @ParameterizedTest
  @Spec("RFC 6749 §B")
  @CsvSource({
    "a=b, b",
    "a=b+c, b c",
    "a=b%2Bc, b+c",
    "a=b%2bc, b+c",
    "a=%C3%A9, é",
    "a=é, é",
    "a=%E2%82%AC%F0%9F%98%80, €😀",
    "a=%FF, \uFFFD",
    "%61=b, b",
    "a=b=c, b=c",
    "a==, =",
    "a=%26%3D, &=",
    "&&a=b&&, b",
    "x=1&a=b, b",
    "ab=1&a=b, b",
    "A=b, ",
    "x=a=b, ",
  })
  void aFormIsRead(String form, @Nullable String value) {
    assertEquals(value, Parameters.parse(form).get("a"));
  }

  @ParameterizedTest
  @Spec("RFC 6749 §3.1")
  @ValueSource(strings = {"", "a", "a=", "a=&a=", "&", "=", "a&a", "b=1"})
  void anEmptyValueIsAbsent(String form) {
    Parameters read = Parameters.parse(form);
    assertNull(read.get("a"));
    assertFalse(read.has("a"));
    assertEquals(List.of(), read.all("a"));
    read.refuseRepeated(Set.of());
    OAuthException refused = assertThrows(OAuthException.class, () -> read.required("a"));
    assertEquals("missing required parameter 'a'", refused.description());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=%", "a=%2", "a=%zz", "a=%2g", "a=%g2", "a=%%20", "%=b", "a=%é1", "a=%+1", "a=%-1",
        "a=%00", "%00=b", "a=b%00c", "a=\0"
      })
  void brokenEscapesAndNulAreRefused(String form) {
    refused(form);
  }

  @Test
  @Spec("RFC 6749 §3.1")
  void aRepeatedParameterIsRefusedUnlessItMayBe() {
    Parameters read = Parameters.parse("a=1&resource=x&resource=y&empty=&empty=1");
    assertEquals(List.of("x", "y"), read.all("resource"));
    assertEquals(Set.of("a", "resource", "empty"), read.names());
    read.refuseRepeated(Set.of("resource"));
    OAuthException refused =
        assertThrows(OAuthException.class, () -> read.refuseRepeated(Set.of()));
    assertEquals(OAuthError.INVALID_REQUEST, refused.error());
    assertEquals("'resource' parameter must not be provided twice", refused.description());
    assertThrows(
        OAuthException.class, () -> Parameters.parse("a=1&%61=1").refuseRepeated(Set.of()));
  }

  @Test
  void tooManyParametersAreRefused() {
    assertEquals(200, Parameters.parse("a=1&".repeat(200)).all("a").size());
    refused("a=1&".repeat(201));
    assertThrows(
        OAuthException.class,
        () -> Parameters.of(Map.of("a", java.util.Collections.nCopies(201, "1"))));
  }

  @Test
  void whatAFrameworkReadIsKeptByTheSameRules() {
    Parameters given = Parameters.of(Map.of("a", List.of("", "1"), "b", List.of("")));
    assertEquals("1", given.required("a"));
    assertFalse(given.has("b"));
    assertThrows(OAuthException.class, () -> Parameters.of(Map.of("a", List.of("\0"))));
  }

  @Test
  void whatIsReadCannotBeChanged() {
    Parameters read = Parameters.parse("a=1");
    assertThrows(UnsupportedOperationException.class, () -> read.names().remove("a"));
    assertThrows(UnsupportedOperationException.class, () -> read.all("a").add("2"));
  }

  private static void refused(String form) {
    OAuthException refused = assertThrows(OAuthException.class, () -> Parameters.parse(form), form);
    assertEquals(OAuthError.INVALID_REQUEST, refused.error());
  }
}
