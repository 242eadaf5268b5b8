package io.gatehouse.enterprise.saml;

import io.gatehouse.enterprise.SsoConnector;
import io.gatehouse.enterprise.provider.ProviderConfig;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.saml.SamlTimes;
import io.gatehouse.platform.saml.signon.SamlTrip;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * People who come from their provider of SAML without having been sent there. Their browser holds a
 * secret until the sign-in takes them up, which goes on as if they came back from a trip.
 *
 * <p>Source: <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf">SAML
 * 2.0 Profiles §4.1.5</a>
 */
@Singleton
public class SamlArrivals {
  /** Within which the sign-in takes somebody up. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** That an assertion was used is remembered while it holds, which is not for ever. */
  private static final Duration LONGEST_ASSERTION = Duration.ofDays(7);

  private final SamlArrivalStore store;
  private final SamlReader reader;
  private final InstantSource clock;

  SamlArrivals(SamlArrivalStore store, SamlReader reader, InstantSource clock) {
    this.store = store;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Somebody who has come.
   *
   * @param applicationId what they are to sign in to
   * @param secret what their browser is to hold
   * @param life for so long
   */
  public record Arrived(String applicationId, String secret, Duration life) {}

  /**
   * What a browser holds, if it does, in a sign-in to an application.
   *
   * @param secret as it was handed out
   */
  public record Held(@Nullable String secret, String applicationId) {}

  /**
   * Believes a response that nobody asked for, once.
   *
   * @param applicationId what it may be used to sign in to
   */
  public Arrived receive(
      Tenant tenant,
      SsoConnector connector,
      ProviderConfig.Saml config,
      String applicationId,
      String response) {
    SamlReader.Said said = reader.read(tenant, connector, config, null, response);
    Instant now = now();
    Instant over = said.end().plus(SamlTimes.SKEW);
    if (over.isAfter(now.plus(LONGEST_ASSERTION))) {
      throw SamlReader.refusal("its assertion holds for longer than a week");
    }
    Instant latest = now.plus(LONGEST);
    Instant until = over.isBefore(latest) ? over : latest;
    String secret = Ids.token();
    boolean first =
        store.insert(
            tenant.id(),
            new SamlArrivalStore.Arrival(connector.id(), applicationId, said.person()),
            secret,
            until,
            over);
    if (!first) {
      throw SamlReader.refusal("its assertion was used before");
    }
    return new Arrived(applicationId, secret, Duration.between(now, until));
  }

  /** Takes up who has come, once, as if they came back from a trip; empty when nobody has. */
  public Optional<SamlTrips.Begun> takeUp(
      Tenant tenant, SsoConnector connector, Held held, SamlTrip.Return to) {
    String secret = held.secret();
    if (secret == null) {
      return Optional.empty();
    }
    SamlTrip trip = new SamlTrip("_" + Ids.token(), connector.id(), to);
    String ticket = Ids.token();
    Instant now = now();
    boolean taken =
        store.takeUp(
            tenant.id(),
            new SamlArrivalStore.Taking(secret, held.applicationId(), trip, ticket),
            now,
            SamlTrips.LONGEST);
    return taken ? Optional.of(new SamlTrips.Begun(to.with(ticket), trip.id())) : Optional.empty();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
