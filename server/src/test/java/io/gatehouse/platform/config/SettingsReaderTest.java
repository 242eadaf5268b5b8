package io.gatehouse.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  @TempDir Path folder;

  @Test
  void nothingSetMeansTwoListenersOnLoopbackAndADatabaseOfOurOwn() {
    Settings settings = read(Map.of());
    assertEquals(URI.create("http://localhost:3001"), settings.endpoint());
    assertEquals(URI.create("http://localhost:3002"), settings.adminEndpoint());
    assertEquals("127.0.0.1", settings.host());
    assertTrue(settings.embeddedDatabase());
    assertFalse(settings.tls());
  }

  @Test
  void theEndpointsFollowThePorts() {
    Settings settings = read(Map.of("PORT", "4000", "ADMIN_PORT", "4001"));
    assertEquals(URI.create("http://localhost:4000"), settings.endpoint());
    assertEquals(URI.create("http://localhost:4001"), settings.adminEndpoint());
  }

  @Test
  void aPublicEndpointOpensAllAddressesAndALocalOneDoesNot() {
    assertEquals("0.0.0.0", read(Map.of("ENDPOINT", "https://id.example.com/")).host());
    assertEquals("127.0.0.1", read(Map.of("ENDPOINT", "http://localhost:3001")).host());
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException {
    file("PORT=4000\nDATABASE_POOL_SIZE=7\n");
    Settings settings = read(Map.of("PORT", "5000"));
    assertEquals(5000, settings.port());
    assertEquals(7, settings.databasePoolSize());
  }

  @Test
  void anUnknownKeyInTheFileIsRefusedWithWhatWasMeant() throws IOException {
    file("ENDPIONT=https://id.example.com\n");
    assertRefused(Map.of(), "ENDPIONT", "did you mean ENDPOINT?");
  }

  @Test
  void anUnknownNameOfOursInTheEnvironmentIsRefused() {
    assertRefused(Map.of("GATEHOUSE_DATTA", "/x"), "did you mean GATEHOUSE_DATA?");
  }

  @Test
  void theVariablesOfAKubernetesServiceAreNoSettings() {
    read(
        Map.of(
            "GATEHOUSE_SERVICE_HOST", "10.0.0.1",
            "GATEHOUSE_SERVICE_PORT_HTTP", "3001",
            "GATEHOUSE_PORT", "tcp://10.0.0.1:3001",
            "GATEHOUSE_PORT_3001_TCP_ADDR", "10.0.0.1"));
  }

  @Test
  void anotherVariableOneLetterAwayIsAWarning() {
    List<String> warnings =
        SettingsReader.read(Map.of("ENDPONT", "x", "HOME", "/root"), folder).warnings();
    assertEquals(
        List.of("The environment variable ENDPONT is ignored; did you mean ENDPOINT?"), warnings);
  }

  @Test
  void durationsCountInTheUnitsThatLogtoCounts() {
    Settings settings =
        read(
            Map.of(
                "DATABASE_CONNECTION_TIMEOUT", "2500", "PRIVATE_KEY_ROTATION_GRACE_PERIOD", "90"));
    assertEquals(Duration.ofMillis(2500), settings.databaseConnectionTimeout());
    assertEquals(Duration.ofSeconds(90), settings.privateKeyRotationGracePeriod());
    assertEquals(
        Duration.ofHours(2),
        read(Map.of("DATABASE_STATEMENT_TIMEOUT", "2h")).databaseStatementTimeout());
    assertEquals(
        Duration.ZERO,
        read(Map.of("DATABASE_STATEMENT_TIMEOUT", "DISABLE_TIMEOUT")).databaseStatementTimeout());
  }

  @Test
  void aDatabaseOfTheOperatorsNeedsAMasterKey() {
    assertRefused(Map.of("DB_URL", "postgres://a:b@db/x"), "SECRET_VAULT_KEK is needed");
    assertFalse(
        read(Map.of("DB_URL", "postgres://a:b@db/x", "SECRET_VAULT_KEK", KEY)).embeddedDatabase());
  }

  @Test
  void aSecretThatIsWrongIsNotRepeated() {
    String message = assertRefused(Map.of("SECRET_VAULT_KEK", "c2hvcnQ="), "SECRET_VAULT_KEK");
    assertFalse(message.contains("c2hvcnQ="), message);
    message = assertRefused(Map.of("DB_URL", "postgres://a:pass word@db/x"), "DB_URL");
    assertFalse(message.contains("pass word"), message);
  }

  @Test
  void whatDoesNotFitIsNamedWithWhatWould() {
    assertRefused(
        Map.of("PORT", "many"), "PORT does not accept \"many\": a whole number is needed.");
    assertRefused(Map.of("PORT", "70000"), "PORT is a port");
    assertRefused(Map.of("PORT", "3002"), "PORT and ADMIN_PORT are both 3002");
    assertRefused(Map.of("ENDPOINT", "id.example.com"), "https://id.example.com is needed");
    assertRefused(Map.of("HTTPS_CERT_PATH", "/nowhere.pem"), "no such file");
    assertRefused(Map.of("TRUST_PROXY_HEADER", "perhaps"), "true or false");
    assertRefused(Map.of("GATEHOUSE_EGRESS_ALLOW", "10.0.0.0/99"), "10.1.0.0/16");
    assertRefused(Map.of("GATEHOUSE_CONFIG", "nowhere.properties"), "not a file");
  }

  @Test
  void anAddressRangeHoldsItsAddressesAndNoOthers() throws IOException {
    AddressRange range = AddressRange.parse("10.1.16.0/20");
    assertTrue(range.contains(InetAddress.ofLiteral("10.1.31.255")));
    assertFalse(range.contains(InetAddress.ofLiteral("10.1.32.0")));
    assertFalse(range.contains(InetAddress.ofLiteral("fd00::1")));
    assertTrue(AddressRange.parse("fd00::/8").contains(InetAddress.ofLiteral("fdff::1")));
    assertTrue(AddressRange.parse("0.0.0.0/0").contains(InetAddress.ofLiteral("8.8.8.8")));
  }

  /** Run with {@code -Dgatehouse.generate} to write the page anew. */
  @Test
  void theReferencePageListsTheSettingsAsTheyAre() throws IOException {
    Path page = Path.of("..", "docs", "reference", "settings.md");
    if (System.getProperty("gatehouse.generate") != null) {
      Files.writeString(page, SettingsTable.page());
    }
    assertEquals(SettingsTable.page(), Files.readString(page));
  }

  private void file(String content) throws IOException {
    Files.writeString(folder.resolve("gatehouse.properties"), content);
  }

  private Settings read(Map<String, String> environment) {
    return SettingsReader.read(environment, folder).settings();
  }

  private String assertRefused(Map<String, String> environment, String... parts) {
    String message =
        String.valueOf(assertThrows(StartupProblem.class, () -> read(environment)).getMessage());
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
    assertFalse(message.contains("\n"), message);
    return message;
  }
}
