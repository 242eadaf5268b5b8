package io.gatehouse.branding.phrase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tag of a language in which a tenant can have words of its own. */
public record LanguageTag(@JsonValue String value) {
  private static final Set<String> KNOWN =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(
              List.of(
                  """
                  af-ZA am-ET ar ar-AR as-IN az-AZ be-BY bg-BG bn-IN br-FR bs-BA ca-ES cb-IQ co-FR cs
                  cs-CZ cx-PH cy-GB da-DK de de-DE el-GR en en-GB en-US eo-EO es es-ES es-419 et-EE
                  eu-ES fa-IR ff-NG fi fi-FI fo-FO fr fr-CA fr-FR fy-NL ga-IE gl-ES gn-PY gu-IN ha-NG
                  he-IL hi-IN hr-HR ht-HT hu-HU hy-AM id-ID ik-US is-IS it it-IT iu-CA ja ja-JP ja-KS
                  jv-ID ka-GE kk-KZ km-KH kn-IN ko ko-KR ku-TR ky-KG lo-LA lt-LT lv-LV mg-MG mk-MK
                  ml-IN mn-MN mr-IN ms-MY mt-MT my-MM nb-NO ne-NP nl nl-BE nl-NL nn-NO or-IN pa-IN
                  pl-PL ps-AF pt pt-BR pt-PT ro-RO ru ru-RU rw-RW sc-IT si-LK sk-SK sl-SI sn-ZW sq-AL
                  sr-RS sv sv-SE sw-KE sy-SY sz-PL ta-IN te-IN tg-TJ th th-TH tl-PH tr tr-TR tt-RU
                  tz-MA uk-UA ur-PK uz-UZ vi-VN zh zh-CN zh-HK zh-MO zh-TW zz-TR
                  """
                      .strip()
                      .split("\\s+"))));

  /** Ends the request with the list of tags where this is none of them. */
  @JsonCreator
  public LanguageTag {
    if (!KNOWN.contains(value)) {
      throw unknown(value);
    }
  }

  /** One of the tags, where it is kept as a text. */
  public static final class AsText implements Shape {
    @Override
    public @Nullable Object read(JsonNode node, Issues issues) {
      if (!node.isTextual()) {
        issues.wrongType("string", node);
        return null;
      }
      if (!KNOWN.contains(node.textValue())) {
        issues.notOneOf(node.textValue(), KNOWN);
        return null;
      }
      return node.textValue();
    }

    @Override
    public ObjectNode schema() {
      ObjectNode schema = Schema.of("string");
      KNOWN.forEach(schema.withArray("enum")::add);
      return schema;
    }
  }

  /** All of them. */
  public static Set<String> known() {
    return KNOWN;
  }

  /** The language, under the name that its speakers give it. */
  public static Language language(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    String name = locale.getDisplayName(locale);
    return new Language(
        tag, name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(locale) + name.substring(1));
  }

  private static RequestException unknown(String value) {
    Issues issues = new Issues();
    issues.at("languageTag").notOneOf(value, KNOWN);
    try {
      issues.throwIfAny("params");
    } catch (RequestException refusal) {
      return refusal;
    }
    throw new IllegalStateException(value);
  }
}
