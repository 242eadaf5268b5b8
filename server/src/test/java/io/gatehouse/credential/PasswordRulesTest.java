package io.gatehouse.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.platform.error.RequestException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {
  private static final PasswordOwner INES =
      new PasswordOwner("Ines Moreau", "inesmo", "ines.m@example.org", "33612345678");
  private static final PasswordRules RULES =
      new PasswordRules(Set.of("123456aA", "test_password")::contains);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "correct horse battery, ''",
        "Tr0ub4dor, ''",
        "short1, too_short",
        "'', 'too_short character_types'",
        "test_password, pwned",
        "123456aA, 'pwned restricted.sequence'",
        "aaaaaaaa, restricted.repetition",
        "12345678, restricted.sequence",
        "87654321, restricted.sequence",
        "qwertyuiop, restricted.sequence",
        "AbCdEfGh, restricted.sequence",
        "aaaa1234x, 'restricted.repetition restricted.sequence'",
        "aaaa1234xyzw!?q, ''",
        "InesMoreau1, restricted.user_info",
        "inesmo!inesmo, restricted.user_info",
        "ines.m@example.org, restricted.user_info",
        "my Ines has a dog, ''",
        "33612345678, 'restricted.sequence restricted.user_info'",
        "pässword-one, unsupported_characters",
        "🔑🔑🔑🔑🔑🔑🔑🔑, unsupported_characters",
        "🔑🔑🔑🔑, 'too_short unsupported_characters'",
        "tab\tin the middle, unsupported_characters"
      })
  void theStandardPolicyAnswers(String password, String expected) {
    assertEquals(expected, codes(PasswordPolicy.STANDARD, password));
  }

  @Test
  void limitsAreTheTenantsAndComeWithTheirNumbers() {
    PasswordPolicy policy =
        new PasswordPolicy(
            new PasswordPolicy.Length(4, 6), new PasswordPolicy.CharacterTypes(3), null);

    assertEquals(
        List.of(
            new PasswordIssue("password_rejected.too_long", Map.of("max", 6)),
            new PasswordIssue("password_rejected.character_types", Map.of("min", 3))),
        RULES.check(policy, "horse-horse", INES));
    assertEquals("", codes(policy, "xY3k9"));
  }

  @Test
  void wordsOfTheTenantAreRefusedWithoutRegardToCase() {
    PasswordPolicy policy =
        new PasswordPolicy(
            null, null, new PasswordPolicy.Rejects(null, null, null, List.of("gatehouse")));
    assertEquals("restricted.words", codes(policy, "GateHouse24"));
    assertEquals("", codes(policy, "GateHouse24 by the lake"));
  }

  @Test
  void whatIsSwitchedOffIsNotChecked() {
    PasswordPolicy policy =
        new PasswordPolicy(null, null, new PasswordPolicy.Rejects(false, false, false, null));
    for (String password : List.of("aaaaaaaa", "12345678", "123456aA", "inesmoinesmo")) {
      assertEquals("", codes(policy, password));
    }
  }

  @Test
  void thePolicyIsStoredInTheShapeOfTheSettings() throws Exception {
    ObjectMapper json = new ObjectMapper();
    assertEquals("{}", json.writeValueAsString(json.readValue("{}", PasswordPolicy.class)));
    assertEquals(
        "{\"length\":{\"min\":12,\"max\":256},\"rejects\":{\"pwned\":true,\"repetitionAndSequence\":true,\"userInfo\":false,\"words\":[]}}",
        json.writeValueAsString(
            json.readValue(
                "{\"length\":{\"min\":12},\"rejects\":{\"userInfo\":false}}",
                PasswordPolicy.class)));
    assertEquals(
        "[{\"code\":\"password_rejected.too_short\",\"interpolation\":{\"min\":8}},{\"code\":\"password_rejected.pwned\"}]",
        json.writeValueAsString(
            List.of(PasswordIssue.of("too_short", "min", 8), PasswordIssue.of("pwned"))));
  }

  @Test
  void requireEndsTheRequestWithTheIssues() {
    var refusal =
        assertThrows(
            RequestException.class,
            () -> RULES.require(PasswordPolicy.STANDARD, "12345678", PasswordOwner.UNKNOWN));
    assertEquals("password.rejected", refusal.code().code());
    assertEquals(
        List.of(new PasswordIssue("password_rejected.restricted.sequence", Map.of())),
        refusal.data());
    RULES.require(PasswordPolicy.STANDARD, "correct horse", PasswordOwner.UNKNOWN);
  }

  private static String codes(PasswordPolicy policy, String password) {
    return RULES.check(policy, password, INES).stream()
        .map(issue -> issue.code().replace("password_rejected.", ""))
        .collect(Collectors.joining(" "));
  }
}
