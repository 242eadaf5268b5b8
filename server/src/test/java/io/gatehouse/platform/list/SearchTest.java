package io.gatehouse.platform.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.http.Query;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("id", "u.id");
    COLUMNS.put("primaryEmail", "u.primary_email");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search=%25a%25 | ((u.id ilike ? or u.primary_email ilike ?)) | [%a%, %a%]",
        "search.primaryEmail=a | ((u.primary_email ilike ?)) | [a]",
        "search.primary_email=a&isCaseSensitive=1 | ((u.primary_email like ?)) | [a]",
        "searchX.id=a | ((u.id ilike ?)) | [a]",
        "search.id=a&search.primaryEmail=b&joint=and | ((u.id ilike ?) and (u.primary_email ilike ?)) | [a, b]",
        "search.id=A&search.id=B&mode=exact | ((lower(u.id) = any (?))) | [[a, b]]",
        "search.id=A&mode=exact&isCaseSensitive=true | ((u.id = any (?))) | [[A]]",
        "search=a&mode=posix&mode.id=exact | ((lower(u.id) = any (?) or u.primary_email ~* ?)) | [[a], a]",
        "search.id=a&mode=similar_to&isCaseSensitive=y | ((u.id similar to ?)) | [a]",
        "page=1 | true | []",
      })
  void aQueryBecomesConditionsWithBoundValues(String query, String sql, String arguments) {
    Where where = new Where().matching(Search.of(Query.parse(query), COLUMNS));
    assertEquals(sql, where.sql());
    assertEquals(arguments, Arrays.toString(where.arguments()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search=",
        "search.other=a",
        "search.id.x=a",
        "search=a&search=b",
        "search=a&mode=other",
        "search=a&mode.other=like",
        "search=a&mode=similar_to",
        "search=a&joint=xor",
        "search=a%00",
      })
  void whatCannotBeUnderstoodIsRefused(String query) {
    RequestException refusal =
        assertThrows(RequestException.class, () -> Search.of(Query.parse(query), COLUMNS));
    assertEquals("request.invalid_input", refusal.code().code());
  }

  @Test
  void theValueNeverBecomesSql() {
    String evil = "'; drop table users; --";
    Where where =
        new Where()
            .matching(
                Search.of(
                    Query.parse(
                        "search.id="
                            + java.net.URLEncoder.encode(
                                evil, java.nio.charset.StandardCharsets.UTF_8)),
                    COLUMNS));
    assertEquals("((u.id ilike ?))", where.sql());
    assertEquals(List.of(evil), Arrays.asList(where.arguments()));
  }
}
