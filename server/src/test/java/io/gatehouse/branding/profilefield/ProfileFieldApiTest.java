package io.gatehouse.branding.profilefield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ProfileFieldApiTest {
  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  private static final String FIELDS = "/api/custom-profile-fields";

  /** Where the settings name no fields, newcomers are asked for all there are. */
  @AfterEach
  void askNothing() {
    api.get(FIELDS).json().forEach(field -> api.delete(FIELDS + "/" + field.get("name").asText()));
  }

  @Test
  void aFieldIsMadeReadReplacedAndDeleted() {
    String name = name();
    Answer made =
        api.post(
            FIELDS,
            "{\"name\":\"%s\",\"type\":\"Text\",\"required\":true,\"sieOrder\":7,\"config\":{\"minLength\":2,\"other\":1}}"
                .formatted(name));
    assertEquals(201, made.status(), made.text());
    assertEquals("{\"minLength\":2}", made.json().get("config").toString());
    assertEquals("", made.json().get("label").asText());
    assertEquals("default", made.json().get("tenantId").asText());
    assertEquals(made.text(), api.get(FIELDS + "/" + name).text());
    Answer replaced =
        api.put(
            FIELDS + "/" + name,
            "{\"name\":\"ignored\",\"type\":\"Select\",\"label\":\"Shoe\",\"required\":false,\"config\":{\"options\":[{\"value\":\"42\"}]}}");
    assertEquals(200, replaced.status(), replaced.text());
    assertEquals(name, replaced.json().get("name").asText());
    assertEquals("Select", replaced.json().get("type").asText());
    assertEquals(204, api.delete(FIELDS + "/" + name).status());
    assertEquals("entity.not_found", api.get(FIELDS + "/" + name).code());
    assertEquals("entity.not_found", api.delete(FIELDS + "/" + name).code());
    Answer gone = api.put(FIELDS + "/" + name, "{\"type\":\"Url\",\"required\":false}");
    assertEquals(404, gone.status());
    assertEquals("entity.not_exists", gone.code());
  }

  @Test
  void aNameIsCheckedBeforeTheConfig() {
    assertEquals("custom_profile_fields.invalid_name", code("a b", "Text", "{}"));
    assertEquals(
        "custom_profile_fields.name_conflict_built_in_prop",
        code("preferredUsername", "Text", "{}"));
    assertEquals(
        "custom_profile_fields.name_conflict_custom_data", code("guideRequests", "Text", "{}"));
    assertEquals(
        "custom_profile_fields.name_conflict_sign_in_identifier", code("email", "Text", "{}"));
    assertEquals(
        "custom_profile_fields.invalid_min_max_input",
        code(name(), "Number", "{\"minValue\":2,\"maxValue\":1.5}"));
    assertEquals(
        "custom_profile_fields.invalid_address_components",
        code(name(), "Address", "{\"parts\":[]}"));
    assertEquals(
        "custom_profile_fields.invalid_sub_component_type",
        code(
            name(),
            "Fullname",
            "{\"parts\":[{\"enabled\":true,\"name\":\"givenName\",\"type\":\"Address\",\"required\":true}]}"));
    assertEquals("guard.invalid_input", code(name(), "Regex", "{}"));
    assertEquals("guard.invalid_input", code(name(), "Robot", "{}"));
  }

  @Test
  void whatIsLooseAtFirstMustBeReadyWhenReplaced() {
    String name = name();
    assertEquals(201, api.post(FIELDS, field(name, "Select", "{\"options\":[]}")).status());
    assertEquals(
        "custom_profile_fields.invalid_options", replace(name, "Select", "{\"options\":[]}"));
    assertEquals("custom_profile_fields.invalid_default_value", replace(name, "Checkbox", "{}"));
    assertEquals(
        "custom_profile_fields.invalid_regex_format", replace(name, "Regex", "{\"format\":\"(\"}"));
    assertEquals(
        "custom_profile_fields.invalid_regex_format",
        replace(
            name,
            "Fullname",
            "{\"parts\":[{\"enabled\":true,\"name\":\"givenName\",\"type\":\"Regex\",\"required\":true}]}"));
    api.delete(FIELDS + "/" + name);
  }

  @Test
  void severalAreMadeAtOnceOrNoneAndCanBeOrdered() {
    String first = name();
    String second = name();
    Answer twice =
        api.post(
            FIELDS + "/batch",
            "[" + field(first, "Url", "{}") + "," + field(first, "Url", "{}") + "]");
    assertEquals(422, twice.status());
    assertEquals("custom_profile_fields.name_exists", twice.code());
    assertEquals(404, api.get(FIELDS + "/" + first).status());
    assertEquals("[]", api.post(FIELDS + "/batch", "[]").text());
    Answer both =
        api.post(
            FIELDS + "/batch",
            "["
                + field(first, "Url", "{}")
                + ","
                + field(second, "Date", "{\"format\":\"y\"}")
                + "]");
    assertEquals(201, both.status(), both.text());
    int place = both.json().at("/0/sieOrder").asInt();
    assertEquals(place + 1, both.json().at("/1/sieOrder").asInt());
    Answer ordered =
        order(
            "[{\"name\":\"%s\",\"sieOrder\":900},{\"name\":\"%s\",\"sieOrder\":800}]",
            first, second);
    assertEquals(200, ordered.status(), ordered.text());
    assertEquals(second, ordered.json().at("/0/name").asText());
    Answer repeated =
        order("[{\"name\":\"%s\",\"sieOrder\":1},{\"name\":\"%s\",\"sieOrder\":2}]", first, first);
    assertEquals("request.invalid_input", repeated.code());
    assertEquals(first, repeated.json().at("/data/duplicateNames/0").asText());
    Answer unknown =
        order("[{\"name\":\"%s\",\"sieOrder\":1},{\"name\":\"%s\",\"sieOrder\":2}]", first, name());
    assertEquals("custom_profile_fields.entity_not_exists_with_names", unknown.code());
    assertEquals(900, api.get(FIELDS + "/" + first).json().get("sieOrder").asInt());
    assertEquals("entity.invalid_input", order("[]").code());
    api.delete(FIELDS + "/" + first);
    api.delete(FIELDS + "/" + second);
  }

  @Test
  void aDeletedFieldLeavesTheForms() {
    String kept = name();
    String deleted = name();
    api.post(FIELDS, field(kept, "Url", "{}"));
    api.post(FIELDS, field(deleted, "Url", "{}"));
    String both = "[{\"name\":\"" + deleted + "\"},{\"name\":\"" + kept + "\"}]";
    assertEquals(
        200, api.patch("/api/sign-in-exp", "{\"signUpProfileFields\":" + both + "}").status());
    assertEquals(
        200, api.patch("/api/account-center", "{\"profileFields\":" + both + "}").status());
    assertEquals(204, api.delete(FIELDS + "/" + deleted).status());
    String left = "[{\"name\":\"" + kept + "\"}]";
    assertEquals(left, api.get("/api/sign-in-exp").json().get("signUpProfileFields").toString());
    assertEquals(left, api.get("/api/account-center").json().get("profileFields").toString());
    api.patch("/api/sign-in-exp", "{\"signUpProfileFields\":null}");
    api.patch("/api/account-center", "{\"profileFields\":null}");
    api.delete(FIELDS + "/" + kept);
  }

  @Test
  void pagesSeeTheFieldsOfTheRegistrationInItsOrderAndAllOfThem() {
    String first = name();
    String second = name();
    api.post(FIELDS, field(first, "Url", "{}"));
    api.post(FIELDS, field(second, "Url", "{}"));
    Answer changed =
        api.patch(
            "/api/sign-in-exp",
            "{\"signUpProfileFields\":[{\"name\":\"%s\"},{\"name\":\"%s\"},{\"name\":\"%s\"}]}"
                .formatted(second, name(), first));
    assertEquals(
        "[{\"name\":\"%s\"},{\"name\":\"%s\"}]".formatted(second, first),
        changed.json().get("signUpProfileFields").toString(),
        "unknown names are dropped");
    JsonNode shown = clients.anonymous().get("/api/.well-known/sign-in-exp").json();
    assertEquals(List.of(second, first), shown.get("customProfileFields").findValuesAsText("name"));
    assertEquals(api.get(FIELDS).json(), shown.get("customProfileFieldCatalog"));
    api.patch("/api/sign-in-exp", "{\"signUpProfileFields\":null}");
    JsonNode all = clients.anonymous().get("/api/.well-known/sign-in-exp").json();
    assertEquals(all.get("customProfileFieldCatalog"), all.get("customProfileFields"));
    api.delete(FIELDS + "/" + first);
    api.delete(FIELDS + "/" + second);
  }

  private String code(String name, String type, String config) {
    Answer answer = api.post(FIELDS, field(name, type, config));
    assertEquals(400, answer.status(), answer.text());
    return answer.code();
  }

  private String replace(String name, String type, String config) {
    Answer answer = api.put(FIELDS + "/" + name, field(name, type, config));
    assertEquals(400, answer.status(), answer.text());
    return answer.code();
  }

  private Answer order(String places, Object... names) {
    return api.post(
        FIELDS + "/properties/sie-order", "{\"order\":" + places.formatted(names) + "}");
  }

  private static String field(String name, String type, String config) {
    return "{\"name\":\"%s\",\"type\":\"%s\",\"required\":false,\"config\":%s}"
        .formatted(name, type, config);
  }

  private static String name() {
    return "f" + Ids.shortId();
  }
}
