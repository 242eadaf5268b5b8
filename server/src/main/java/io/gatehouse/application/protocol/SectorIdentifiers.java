package io.gatehouse.application.protocol;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.application.ApplicationError;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.Outside;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that the addresses of an application are those that its group publishes: otherwise it
 * could join a group and learn whom that knows.
 *
 * <p>Source: [OpenID Connect Registration
 * §5](https://openid.net/specs/openid-connect-registration-1_0.html#SectorIdentifierValidation)
 */
@Singleton
public class SectorIdentifiers {
  private static final int LARGEST = 64 * 1024;

  private final HttpSender http;
  private final ApplicationProtocolStore store;

  SectorIdentifiers(Outside outside, ApplicationProtocolStore store) {
    this.http = outside.http();
    this.store = store;
  }

  /**
   * Ends the request where an application of a group is to have addresses that the group does not
   * list.
   */
  public void requireListed(
      TenantId tenant, String applicationId, Collection<String> redirectUris) {
    store
        .find(tenant, applicationId)
        .flatMap(protocol -> refusal(protocol, redirectUris))
        .ifPresent(why -> {
          throw ApplicationError.contradictory(why);
        });
  }

  /**
   * Why an application with these redirect URIs is not of the group, if it is not. "The values of
   * the registered redirect_uris MUST be included in the elements of the array".
   */
  public Optional<String> refusal(ApplicationProtocol protocol, Collection<String> redirectUris) {
    String address = protocol.sectorIdentifierUri();
    if (address == null) {
      return Optional.empty();
    }
    try {
      HttpSender.Response answer = http.send(HttpSender.Request.get(URI.create(address)));
      if (answer.status() != 200 || answer.body().length() > LARGEST) {
        return Optional.of("sector_identifier_uri could not be fetched");
      }
      return listed(answer.body()).containsAll(redirectUris)
          ? Optional.empty()
          : Optional.of("sector_identifier_uri does not list every one of redirect_uris");
    } catch (JacksonException e) {
      return Optional.of("sector_identifier_uri has no JSON array");
    } catch (IOException e) {
      return Optional.of("sector_identifier_uri could not be fetched");
    }
  }

  private static Set<String> listed(String body) throws JacksonException {
    Set<String> listed = new HashSet<>();
    for (JsonNode each : JsonCodec.mapper().readTree(body)) {
      listed.add(each.asText());
    }
    return listed;
  }
}
