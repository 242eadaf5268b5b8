package io.gatehouse.branding.profilefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Text | {} | Zoë | `\"Zoë\"` |",
        "Text | {'minLength':4} | Zoë | | form.too_short",
        "Text | {'maxLength':2} | Zoë | | form.too_long",
        "Text | {'maxLength':1} | 🦆 | `\"🦆\"` |",
        "Number | {} | 12.50 | 12.50 |",
        "Number | {} | twelve | | form.invalid_number",
        "Number | {} | 1e999999999 | | form.invalid_number",
        "Number | {'minValue':18} | 17.9 | | form.too_small",
        "Number | {'maxValue':-1} | 0 | | form.too_large",
        "Date | {'format':'MM/dd/yyyy'} | 2001-02-03 | `\"02/03/2001\"` |",
        "Date | {'format':'custom','customFormat':'yyyy'} | 2001-02-03 | `\"2001\"` |",
        "Date | {'format':'no such {'} | 2001-02-03 | `\"2001-02-03\"` |",
        "Date | {'format':'yyyy-MM-dd'} | 2001-02-30 | | form.invalid_date",
        "Select | {'options':[{'value':'s'}]} | s | `\"s\"` |",
        "Select | {'options':[{'value':'s'}]} | k | | form.invalid_choice",
        "Url | {} | https://a.example/x | `\"https://a.example/x\"` |",
        "Url | {} | javascript:alert(1) | | form.invalid_url",
        "Url | {} | a b | | form.invalid_url",
        "Regex | {'format':'^[a-z]+$'} | abc | `\"abc\"` |",
        "Regex | {'format':'^[a-z]+$'} | ABC | | form.invalid_format",
        "Regex | {'format':'['} | anything | `\"anything\"` |",
      })
  void anAnswerIsReadOrRemarkedUpon(
      FieldType type, String config, String typed, String kept, String fault) {
    AnswerRules.Answer answer = AnswerRules.read(question(type, config), typed);
    assertEquals(kept, answer.value() == null ? null : answer.value().toString());
    assertEquals(fault, answer.fault() == null ? null : answer.fault().code());
  }

  @Test
  void nothingIsAnAnswerOnlyWhereItMayBe() {
    AnswerRules.Answer required = AnswerRules.read(question(FieldType.Text, "{}"), "  ");
    assertEquals("form.required", required.fault() == null ? "" : required.fault().code());
    Question box = question(FieldType.Checkbox, "{'defaultValue':'true'}");
    assertEquals("false", String.valueOf(AnswerRules.read(box, "").value()));
    assertEquals("true", String.valueOf(AnswerRules.read(box, "true").value()));
  }

  @Test
  void anExpressionThatDoesNotEndIsEnded() {
    Question slow = question(FieldType.Regex, "{'format':'^(a+)+$'}");
    Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () -> assertNotNull(AnswerRules.read(slow, "a".repeat(60) + "!").fault()));
    Question deep = question(FieldType.Regex, "{'format':'^(a|b)*$'}");
    assertNull(AnswerRules.read(deep, "ab".repeat(20)).fault());
  }

  private static Question question(FieldType type, String config) {
    ProfileField field =
        new ProfileField(
            TenantId.DEFAULT,
            "f",
            "thing",
            type,
            "",
            null,
            true,
            (ObjectNode) JsonCodec.tree(config.replace('\'', '"')),
            Instant.EPOCH,
            1);
    List<Question> questions = Question.of(field);
    assertEquals(1, questions.size());
    return questions.getFirst();
  }
}
