package io.gatehouse.connectors.client;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Outside;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Providers' public keys, read at most every ten minutes, or every half minute while tokens name
 * unknown keys.
 */
final class JwksCache {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int CAPACITY = 256;

  private final Map<URI, Known> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, Known> eldest) {
          return size() > CAPACITY;
        }
      };

  private record Known(JWKSet keys, Instant read) {
    boolean within(Duration age, Instant now) {
      return !now.isBefore(read) && now.isBefore(read.plus(age));
    }
  }

  List<JWK> matching(@Nullable JWKMatcher matcher, URI uri, Outside outside) {
    if (matcher == null) {
      return List.of();
    }
    Instant now = outside.clock().instant();
    Known known = find(uri);
    if (known != null && known.within(FRESH, now)) {
      List<JWK> keys = new JWKSelector(matcher).select(known.keys());
      if (!keys.isEmpty() || known.within(PAUSE, now)) {
        return keys;
      }
    }
    return new JWKSelector(matcher).select(read(uri, now, outside).keys());
  }

  private synchronized @Nullable Known find(URI uri) {
    return entries.get(uri);
  }

  private synchronized void keep(URI uri, Known entry) {
    entries.put(uri, entry);
  }

  private Known read(URI uri, Instant now, Outside outside) {
    Response response = Provider.send(Request.get(uri), outside, Provider.Failures.GENERAL);
    try {
      var entry = new Known(JWKSet.parse(response.body()), now);
      keep(uri, entry);
      return entry;
    } catch (ParseException | RuntimeException malformed) {
      // The library ends some texts, such as "null", with an unchecked exception.
      throw ConnectorError.GENERAL.exception("The provider's keys cannot be read.", malformed);
    }
  }
}
