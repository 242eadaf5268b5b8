package io.gatehouse.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class DomainApiTest {
  @Inject ApiClients clients;
  @Inject ServerClock clock;
  @Inject DomainStore served;
  @Inject Invalidations invalidations;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @AfterEach
  void clear() {
    clock.reset();
    api.get("/api/domains")
        .json()
        .forEach(domain -> api.delete("/api/domains/" + domain.get("id").asText()));
  }

  @Test
  void aDomainIsAddedWithWhatProvesItAndDeleted() {
    assertEquals("[]", api.get("/api/domains").text());
    Answer made = api.post("/api/domains", "{\"domain\":\"Login.example.test\"}");
    assertEquals(201, made.status(), made.text());
    JsonNode domain = made.json();
    assertEquals(
        List.of("id", "domain", "status", "errorMessage", "dnsRecords", "createdAt"),
        domain.properties().stream().map(member -> member.getKey()).toList());
    assertEquals("PendingVerification", domain.get("status").asText());
    assertEquals("CNAME", domain.at("/dnsRecords/0/type").asText());
    assertEquals("_gatehouse.Login.example.test", domain.at("/dnsRecords/1/name").asText());
    String path = "/api/domains/" + domain.get("id").asText();
    assertEquals(made.text(), api.get(path).text());
    assertEquals(
        "domain.domain_in_use",
        api.post("/api/domains", "{\"domain\":\"Login.example.test\"}").code());
    assertEquals(
        "domain.domain_is_not_allowed",
        api.post("/api/domains", "{\"domain\":\"localhost\"}").code());
    assertEquals(
        "{\"scannedCount\":1,\"deletedCount\":0,\"skippedActiveCount\":0,\"failedCount\":0}",
        api.post("/api/domains/cleanup", "{\"staleDays\":1}").text());
    assertEquals(400, api.post("/api/domains/cleanup", "{\"staleDays\":0}").status());
    assertEquals(204, api.delete(path).status());
    assertEquals("entity.not_exists_with_id", api.delete(path).code());
    assertEquals("entity.not_exists_with_id", api.get(path).code());
  }

  @Test
  void thereAreTenAtMost() {
    for (int i = 0; i < 10; i++) {
      assertEquals(201, api.post("/api/domains", "{\"domain\":\"d" + i + ".test\"}").status());
    }
    assertEquals(
        "domain.exceed_domain_limit", api.post("/api/domains", "{\"domain\":\"e.test\"}").code());
  }

  @Test
  void filesAreCheckedAndKept() {
    String id = api.post("/api/domains", "{\"domain\":\"f.test\"}").json().get("id").asText();
    String path = "/api/domains/" + id + "/verification-files";
    assertEquals("[]", api.get(path).text());
    String file = "{\"path\":\"%s\",\"content\":\"%s\",\"contentType\":\"%s\"}";
    String files = "[" + file.formatted("/.well-known/a", "{}", "application/json") + "]";
    assertEquals(files, api.put(path, "{\"verificationFiles\":" + files + "}").text());
    assertEquals(files, api.get(path).text());
    for (String wrong :
        List.of(
            file.formatted("/a/b.txt", "x", "text/plain"),
            file.formatted("/a.txt", "", "text/plain"),
            file.formatted("/a.json", "{", "application/json"),
            file.formatted("/a.txt", "x", "text/html"),
            file.formatted("/a.txt", "x", "text/plain")
                + ","
                + file.formatted("/a.txt", "y", "text/plain"))) {
      assertEquals(400, api.put(path, "{\"verificationFiles\":[" + wrong + "]}").status(), wrong);
    }
    assertEquals(404, api.get("/api/domains/nothing/verification-files").status());
  }

  @Test
  void aFileAtTheDomainProvesIt() throws IOException, InterruptedException {
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String name = "127.0.0.1:" + site.getAddress().getPort();
    JsonNode domain = api.post("/api/domains", "{\"domain\":\"" + name + "\"}").json();
    byte[] token = domain.at("/dnsRecords/1/value").asText().getBytes(StandardCharsets.UTF_8);
    site.createContext(
        PublishedProof.PATH,
        exchange -> {
          exchange.sendResponseHeaders(200, token.length);
          exchange.getResponseBody().write(token);
          exchange.close();
        });
    site.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    site.start();
    try {
      clock.pass(Duration.ofMinutes(1));
      String id = domain.get("id").asText();
      assertEquals("Active", api.get("/api/domains/" + id).json().get("status").asText());
    } finally {
      site.stop(0);
    }
  }

  @Test
  void aServedNameHasItsOwnIssuerAndFiles() throws IOException, InterruptedException {
    String id =
        api.post("/api/domains", "{\"domain\":\"Id.example.test\"}").json().get("id").asText();
    api.put(
        "/api/domains/" + id + "/verification-files",
        "{\"verificationFiles\":[{\"path\":\"/proof.txt\",\"content\":\"it is\",\"contentType\":\"text/plain\"}]}");
    assertTrue(discovery("id.example.test").contains("\"issuer\":\"http://localhost:3001/oidc\""));
    Domain mine = served.find(TenantId.DEFAULT, id).orElseThrow();
    assertTrue(served.activate(TenantId.DEFAULT, mine, clock.instant()));
    Domain rival =
        new Domain(
            "rival",
            "ID.example.test",
            mine.status(),
            null,
            List.of(),
            mine.createdAt(),
            "t",
            mine.checkedAt());
    served.insert(TenantId.ADMIN, rival);
    assertFalse(served.activate(TenantId.ADMIN, rival, clock.instant()));
    served.delete(TenantId.ADMIN, "rival");
    invalidations.changed(TenantId.DEFAULT, Domains.TOPIC);
    String expected = "\"issuer\":\"http://id.example.test:3001/oidc\"";
    for (int i = 0; i < 200 && !discovery("ID.example.test").contains(expected); i++) {
      Thread.sleep(10);
    }
    assertTrue(discovery("ID.example.test").contains(expected));
    String file = get("id.example.test", "/proof.txt");
    assertTrue(file.endsWith("it is"), file);
    assertTrue(file.toLowerCase().contains("cache-control: no-store"), file);
    assertTrue(file.contains("default-src 'none'; sandbox"), file);
    assertTrue(discovery("other.example.test").contains("http://localhost:3001/oidc"));
  }

  private static String discovery(String host) throws IOException {
    return get(host, "/oidc/.well-known/openid-configuration");
  }

  /** A request that names a host of its own, which the usual client does not let us choose. */
  private static String get(String host, String path) throws IOException {
    URI base = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    try (Socket socket = new Socket("127.0.0.1", base.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .lines()
          .collect(Collectors.joining("\n"));
    }
  }
}
