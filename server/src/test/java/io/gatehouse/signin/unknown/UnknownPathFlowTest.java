package io.gatehouse.signin.unknown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.http.ResourceRoutes;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** People at addresses that have no page. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class UnknownPathFlowTest {
  private static final String PAGES = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";

  @Inject BeanManager beans;
  @Inject ResourceRoutes routes;

  private final Browser browser = new Browser();

  private Seen opens(String path, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Accept";
    all[1] = PAGES;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return browser.get(path, all);
  }

  @Test
  void anUnknownPathIsAPageInTheReadersLanguage() {
    Seen page = opens("/sign-im/x?y=z", "Accept-Language", "fr");
    assertEquals(404, page.status());
    assertTrue(page.text().contains("<html lang=\"fr\""), page.text());
    assertTrue(page.text().contains("Cette page n’existe pas"), page.text());
    assertTrue(page.header("Content-Security-Policy").contains("frame-ancestors"));
    assertTrue(page.header("Content-Type").startsWith("text/html"));
    assertEquals(404, opens("/").status());
    assertEquals(404, opens("/account/nothing/of/this").status());
    assertEquals(404, opens("/Sign-In").status());
  }

  @Test
  void itLeadsBackToASignInThatIsUnderWay() {
    assertFalse(opens("/nothing").text().contains("href=\"/sign-in"));
    browser.follow(browser.authorize());
    Seen page = opens("/nothing");
    assertTrue(page.text().contains("href=\"/sign-in?app_id=demo-app\""), page.text());
    assertEquals(200, opens("/sign-in?app_id=demo-app").status());
  }

  @Test
  void theConsolesPagesAreKnown() {
    for (String path : new String[] {"/console", "/console/", "/console/default/users"}) {
      assertTrue(routes.takes(path, HttpMethod.GET), path);
    }
    assertFalse(routes.has("/consoles"));
  }

  @Test
  void programsAreAnsweredAsEver() {
    assertEquals("Not Found", browser.get("/nothing").text());
    assertEquals("Not Found", browser.get("/nothing", "Accept", "application/json").text());
    assertEquals(404, browser.post("/nothing").status());
    assertEquals("Not Found", opens("/api/nothing").text());
    assertEquals("Not Found", browser.get("/sign-in/verification-code/send").text());
  }

  @Test
  void aFormsPathLeadsToItsPage() {
    assertEquals(
        "/sign-in/verification-code?app_id=demo-app",
        opens("/sign-in/verification-code/send?app_id=demo-app").location());
    assertEquals("/sign-in", opens("/social").location());
    assertEquals("/account/proof/code", opens("/account/proof/code/resend").location());
    assertEquals(303, opens("/mfa-binding/skip").status());
  }

  @Test
  void everyFormOfTheHostedPagesLeadsSomewhere() {
    Set<String> shown = new TreeSet<>();
    Set<String> sent = new TreeSet<>();
    each(GET.class, spelled -> shown.add(spelled));
    each(POST.class, spelled -> sent.add(spelled));
    sent.removeAll(shown);
    assertTrue(sent.contains("/account/passkey/manage/x/rename"), sent::toString);
    assertTrue(sent.size() > 15, sent::toString);
    for (String path : sent) {
      String page = FormPaths.page(path);
      assertTrue(shown.contains(page), () -> path + " leads to " + page);
      assertEquals(page, opens(path).location(), path);
    }
  }

  /** Each path of the hosted pages, with one of the words that its parts may be. */
  private void each(Class<? extends Annotation> http, Consumer<String> found) {
    for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Class<?> type = bean.getBeanClass();
      boolean page =
          type.getPackageName().startsWith("io.gatehouse.signin")
              || type.getPackageName().startsWith("io.gatehouse.account.page");
      Path base = type.getAnnotation(Path.class);
      if (page && base != null && !base.value().startsWith("/api/")) {
        for (Method method : type.getMethods()) {
          if (method.isAnnotationPresent(http)) {
            Path own = method.getAnnotation(Path.class);
            String template = base.value() + "/" + (own == null ? "" : own.value());
            found.accept(spelled("/" + template));
          }
        }
      }
    }
  }

  private static String spelled(String template) {
    return template
        .replaceAll("\\{\\w+: ?([a-zA-Z/-]+)[^}]*}", "$1")
        .replaceAll("\\{\\w+}", "x")
        .replaceAll("/+", "/")
        .replaceAll("(.)/$", "$1");
  }
}
