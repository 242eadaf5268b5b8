package io.gatehouse.credential;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;

/** What passwords are checked against unless the application provides something else. */
final class CredentialDefaults {
  private static final URI RANGES = URI.create("https://api.pwnedpasswords.com/range/");
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int OK = 200;

  @Produces
  @Singleton
  @DefaultBean
  BreachedPasswords breachedPasswords(InstantSource clock, MeterRegistry metrics) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    return new PwnedPasswords(prefix -> fetch(client, prefix), clock, metrics);
  }

  @Produces
  @Singleton
  PasswordRules passwordRules(BreachedPasswords breached) {
    return new PasswordRules(breached);
  }

  private static String fetch(HttpClient client, String prefix)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(RANGES.resolve(prefix))
            .header("Add-Padding", "true")
            .timeout(PATIENCE)
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != OK) {
      throw new IOException("the look-up of breached passwords answered " + answer.statusCode());
    }
    return answer.body();
  }
}
