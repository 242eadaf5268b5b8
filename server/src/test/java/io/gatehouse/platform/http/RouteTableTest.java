package io.gatehouse.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteTableTest {
  private final RouteTable routes = new RouteTable();

  @BeforeEach
  void fill() {
    routes.add("/api/users", "GET");
    routes.add("/api/users/{id}", "DELETE");
    routes.add("/api/users/search", "POST");
    routes.add("/api/users/{id}/customData", "PATCH");
    routes.add("/api/files/{path: .+}", "GET");
  }

  @Test
  void aPathIsSpelledAsItsResourceSpellsIt() {
    assertEquals("/api/users", match("/api/USERS/").path());
    assertEquals("/api/users/AbC/customData", match("/api/Users/AbC/CUSTOMDATA").path());
    assertEquals("/api/files/A/b", match("/api/FILES/A/b").path());
  }

  @Test
  void everyPathThatFitsHasASayInTheMethods() {
    assertEquals(Set.of("DELETE", "POST"), match("/api/users/search").methods());
    assertEquals(Set.of("GET", "HEAD"), match("/api/users").methods());
  }

  @Test
  void whatNoResourceHasIsNothing() {
    assertNull(routes.match("/api/users/1/other"));
    assertNull(routes.match("/api"));
    assertNull(routes.match("/API/users"));
    assertNull(routes.match("/api/users//customData"));
  }

  private RouteTable.Match match(String path) {
    return java.util.Objects.requireNonNull(routes.match(path));
  }
}
