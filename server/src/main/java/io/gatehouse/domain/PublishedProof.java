package io.gatehouse.domain;

import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.Outside;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BooleanSupplier;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/** Asks the name service for a TXT record, and the domain for a file. */
@DefaultBean
@Singleton
class PublishedProof implements DomainProof {
  /** The name of the record is this in front of the domain. */
  static final String LABEL = "_gatehouse.";

  /** Where the file is. */
  static final String PATH = "/.well-known/gatehouse-domain.txt";

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HttpSender http;

  PublishedProof(Outside outside) {
    this.http = outside.http();
  }

  /** Looks in all places at once, as one that does not answer keeps nobody waiting then. */
  @Override
  public boolean shows(String domain, String token) {
    List<BooleanSupplier> places =
        List.of(
            () -> records(LABEL + domain).contains(token),
            () -> file("https://" + domain + PATH).equals(token),
            () -> file("http://" + domain + PATH).equals(token));
    BlockingQueue<Boolean> found = new ArrayBlockingQueue<>(places.size());
    places.forEach(
        place -> Thread.ofVirtual().name("domain-proof").start(() -> found.add(shown(place))));
    try {
      for (int answers = 0; answers < places.size(); answers++) {
        if (found.take()) {
          return true;
        }
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean shown(BooleanSupplier place) {
    try {
      return place.getAsBoolean();
    } catch (RuntimeException e) {
      return false;
    }
  }

  // Only attributes are read, by the provider for name services: no object is ever looked up.
  @SuppressWarnings("BanJNDI")
  private static List<String> records(String name) {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put("com.sun.jndi.dns.timeout.initial", "1000");
    environment.put("com.sun.jndi.dns.timeout.retries", "2");
    try {
      InitialDirContext names = new InitialDirContext(environment);
      try {
        Attribute texts = names.getAttributes(name, new String[] {"TXT"}).get("TXT");
        return texts == null
            ? List.of()
            : Collections.list(texts.getAll()).stream()
                .map(text -> String.valueOf(text).replace("\"", ""))
                .toList();
      } finally {
        names.close();
      }
    } catch (NamingException e) {
      return List.of();
    }
  }

  private String file(String url) {
    try {
      var answer =
          http.send(new HttpSender.Request("GET", URI.create(url), Map.of(), null, PATIENCE));
      return answer.ok() ? answer.body().strip() : "";
    } catch (IOException | IllegalArgumentException e) {
      return "";
    }
  }
}
