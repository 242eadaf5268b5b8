package io.gatehouse.management.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.management.StoredOnly;
import io.gatehouse.testing.GeneratedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Compares our OpenAPI document with the one that existing clients were made for. That one is not
 * part of this repository; it is looked for beside the checkout.
 */
class ContractTest {
  private static final JsonNode OURS = Classes.document();

  /** What became of one group of operations. */
  private static final class Group {
    private int covered;
    private final Map<String, List<String>> differing = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();

    int all() {
      return covered + differing.size() + missing.size();
    }
  }

  @Test
  void everyOperationSaysWhatItDoesAndHasANameOfItsOwn() {
    Map<String, Contract.Operation> operations = Contract.operations(OURS);
    assertTrue(operations.size() > 50, "operations: " + operations.size());
    List<String> wrong = new ArrayList<>();
    Map<String, String> names = new TreeMap<>();
    operations.forEach((key, operation) -> {
      String name = operation.node().path("operationId").asText();
      if (name.isEmpty() || operation.node().path("summary").asText().isEmpty()) {
        wrong.add(key + " has no name or no words");
      }
      String other = names.put(name, key);
      if (other != null) {
        wrong.add(key + " and " + other + " are both " + name);
      }
      if (operation.group().isEmpty()) {
        wrong.add(key + " is in no group");
      }
    });
    assertEquals(List.of(), wrong);
  }

  @Test
  void theReferenceOfTheContractIsUpToDate() {
    Path folder = GeneratedFile.checkout().resolve("../shared/contract/openapi");
    assumeTrue(Files.exists(folder), "no contract beside the checkout: nothing to compare with");
    Map<String, Group> groups = new TreeMap<>();
    Map<String, List<String>> settled = new LinkedHashMap<>();
    for (String api : List.of("management.json", "user.json")) {
      compare(Contract.of(folder.resolve(api), OURS), groups, settled);
    }
    Settled.ALL.forEach(one -> assertTrue(settled.containsKey(one.why()), "no longer: " + one));
    new GeneratedFile("docs/reference/contract.md").mustBe(page(groups, settled));
  }

  private static void compare(
      Contract contract, Map<String, Group> groups, Map<String, List<String>> settled) {
    Map<String, Contract.Operation> known = Contract.operations(contract.ours());
    Contract.operations(contract.theirs())
        .forEach((key, their) -> {
          Group group = groups.computeIfAbsent(their.group(), name -> new Group());
          Contract.Operation our = known.get(key);
          if (our == null) {
            group.missing.add(their.label());
            return;
          }
          List<String> differences =
              unsettled(their.label(), contract.differences(their, our), settled);
          if (differences.isEmpty()) {
            group.covered++;
          } else {
            group.differing.put(their.label(), differences);
          }
        });
  }

  /** The differences that are gaps; the others are noted under the reason why they are none. */
  private static List<String> unsettled(
      String label, List<String> differences, Map<String, List<String>> settled) {
    List<String> gaps = new ArrayList<>();
    for (String what : differences) {
      Optional<Settled> known =
          Settled.ALL.stream().filter(one -> one.settles(label, what)).findFirst();
      known.ifPresentOrElse(
          one ->
              settled
                  .computeIfAbsent(one.why(), why -> new ArrayList<>())
                  .add("`%s`: %s".formatted(label, what)),
          () -> gaps.add(what));
    }
    return gaps;
  }

  private static String page(Map<String, Group> groups, Map<String, List<String>> settled) {
    StringBuilder page =
        new StringBuilder(
            """
            # The APIs and their contract

            Existing clients were made for the Management API and the Account API of Logto 1.42. This page compares their
            operations with ours: paths, methods, parameters, members of bodies, statuses, and the members that an answer
            must have.
            It is generated: `./gatehouse generate`.

            | group | operations | covered | differing | missing |
            |---|---|---|---|---|
            """);
    groups.forEach((name, group) -> page.append(row(name, group)));
    page.append(row("**all**", sum(groups)));
    page.append("\n## Kept, but read by no flow yet\n\n");
    stored().forEach(line -> page.append("- ").append(line).append('\n'));
    page.append("\n## Differing\n\nWhat a client of the contract would not find.\n");
    groups.forEach((name, group) -> {
      if (!group.differing.isEmpty()) {
        page.append("\n### ").append(name).append("\n\n");
        group.differing.forEach((label, differences) ->
            page.append("- `%s`: %s%n".formatted(label, String.join(", ", differences))));
      }
    });
    page.append("\n## Settled\n\nWhat differs from the contract's document on purpose.\n");
    Settled.ALL.stream()
        .map(Settled::why)
        .distinct()
        .forEach(why -> {
          page.append("\nSettled: ").append(why).append(".\n\n");
          settled
              .getOrDefault(why, List.of())
              .forEach(line -> page.append("- ").append(line).append('\n'));
        });
    page.append("\n## Missing\n");
    groups.forEach((name, group) -> {
      if (!group.missing.isEmpty()) {
        page.append("\n### ").append(name).append("\n\n");
        group.missing.forEach(label -> page.append("- `").append(label).append("`\n"));
      }
    });
    return page.toString();
  }

  private static String row(String name, Group group) {
    return row(name, group.all(), group.covered, group.differing.size(), group.missing.size());
  }

  private static String row(String name, int... numbers) {
    StringBuilder row = new StringBuilder("| ").append(name).append(" |");
    for (int number : numbers) {
      row.append(' ').append(number == 0 ? "" : number + " ").append('|');
    }
    return row.append('\n').toString();
  }

  private static Group sum(Map<String, Group> groups) {
    Group sum = new Group();
    groups.forEach((name, group) -> {
      sum.covered += group.covered;
      sum.missing.addAll(group.missing);
      sum.differing.putAll(group.differing);
    });
    return sum;
  }

  private static List<String> stored() {
    return Classes.resources().stream()
        .filter(resource -> resource.isAnnotationPresent(StoredOnly.class))
        .map(resource ->
            "`"
                + resource.getAnnotation(jakarta.ws.rs.Path.class).value()
                + "`: "
                + resource.getAnnotation(StoredOnly.class).value())
        .sorted()
        .toList();
  }
}
