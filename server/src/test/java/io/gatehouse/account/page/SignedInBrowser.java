package io.gatehouse.account.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.user.User;
import java.util.Objects;

/** A person at the pages of the account centre, in a browser without a script. */
record SignedInBrowser(Browser browser) {

  /** Signs in on the way to a page, as anybody does who opens it, and sees the page. */
  static SignedInBrowser of(User person, String page) {
    SignedInBrowser own = new SignedInBrowser(new Browser());
    Seen form = own.browser.follow(own.browser.get(page));
    assertEquals(200, form.status(), form.text());
    Seen seen =
        own.browser.follow(
            own.browser.post(
                "/sign-in?app_id=account-center",
                "identifier",
                Objects.requireNonNull(person.username()),
                "password",
                People.PASSWORD));
    assertEquals(200, seen.status(), seen.text());
    return own;
  }

  /** Somebody at the first page. */
  static SignedInBrowser of(User person) {
    return of(person, "/account");
  }

  /** Opens a page, past whatever it sends on to. */
  Seen opens(String page) {
    return browser.follow(browser.get(page));
  }

  /** The same for one that asks for a proof first: the password. */
  Seen proves(String page) {
    Seen asked = browser.get(page);
    assertEquals(303, asked.status(), asked.text());
    String proof = asked.location();
    assertEquals("/account/proof", proof.split("\\?", 2)[0]);
    browser.get(proof);
    Seen onward = browser.post(proof, "password", People.PASSWORD);
    assertEquals(303, onward.status(), onward.text());
    return browser.get(onward.location());
  }

  /** Sends the form of the page that was seen last. */
  Seen sends(String path, String... fields) {
    return browser.post(path, fields);
  }
}
