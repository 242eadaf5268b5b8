package io.gatehouse.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.audit.TimeWindow;
import io.gatehouse.audit.log.UserAgents;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.testing.Fuzz;
import java.io.ByteArrayInputStream;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What requests of the APIs consist of, almost right. */
class RequestFuzzTest {
  private static final int LONGEST_FORM = 56 * 1024;
  private static final Map<String, String> COLUMNS =
      Map.of("id", "id", "primaryEmail", "primary_email");
  private static final Fuzz JSON =
      Fuzz.like(
              "{\"name\":\"Ann\",\"customData\":{\"a\":[1,-2.5e3,true,null,{\"b\":\"\\u00e9\\ud83d\\ude00\"}]}}",
              "[{\"id\":\"a\"},{\"id\":\"b\"}]")
          .refusedBy(BodyException.class);
  private static final Fuzz FORMS =
      Fuzz.like("a[b]=1&c=2&c=3&d[]=4&e[f][g][h]=5&i=%C3%A9+x", "identifier=mira&password=secret")
          .refusedBy(BodyException.class);
  private static final Fuzz TYPES =
      Fuzz.like(
              "application/json; charset=utf-8",
              "application/x-www-form-urlencoded",
              "multipart/form-data; boundary=x",
              "text/plain")
          .refusedBy(BodyException.class);
  private static final Fuzz QUERIES =
      Fuzz.like(
          "page=2&page_size=50&search=%25ann%25&mode.id=exact&joint=and&isCaseSensitive=true",
          "search.id=a&search.id=b&mode.id=exact&search.primary_email=x&mode.primary_email=similar_to",
          "start_time=1700000000000&end_time=1.8e12&page=1e3&page_size=+10.0",
          "page=Infinity&page_size=&start_time=&end_time=0x10");
  private static final Fuzz BROWSERS =
      Fuzz.like(
          "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
              + " Version/17.5 Mobile/15E148 Safari/604.1",
          "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile"
              + " Safari/537.36",
          "curl/8.5.0");

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void bodiesInJson(@ForAll long number) {
    JSON.feed(
        number,
        text -> {
          JsonNode read = read("application/json", text);
          assertTrue(read.isContainerNode());
          JsonCodec.bytes(read);
        });
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void bodiesOfForms(@ForAll long number) {
    FORMS.feed(
        number, text -> assertTrue(read("application/x-www-form-urlencoded", text).isObject()));
    FORMS.feed(number, text -> read("text/plain", text));
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void contentTypes(@ForAll long number) {
    TYPES.feed(number, type -> read(type, "{\"a\":1}"));
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void queriesOfLists(@ForAll long number) {
    QUERIES.feed(
        number,
        text -> {
          Page page = Page.optional(Query.parse(text));
          assertTrue(page.number() > 0 && page.size() > 0 && page.offset() >= 0, page.toString());
        });
    QUERIES.feed(number, text -> Search.of(Query.parse(text), COLUMNS));
    QUERIES.feed(number, text -> TimeWindow.of(Query.parse(text)));
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void namesOfBrowsers(@ForAll long number) {
    BROWSERS.feed(number, UserAgents::named);
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void namesOfFiles(@ForAll long number) {
    Fuzz.like("C:\\pictures\\ann.png", "../../etc/passwd", "é😀.tar.gz", "...")
        .feed(
            number,
            text -> {
              String name = Upload.name(text);
              assertTrue(!name.isEmpty() && name.chars().noneMatch(c -> "/\\?#%".indexOf(c) >= 0));
            });
  }

  private static JsonNode read(String type, String body) throws Exception {
    return Bodies.read(type, new ByteArrayInputStream(body.getBytes(UTF_8)), LONGEST_FORM);
  }
}
