package io.gatehouse.branding.page.asset;

import java.util.regex.Pattern;

/** Which of a page's two schemes a picture of it shows, whatever the browser prefers. */
public enum PictureScheme {
  LIGHT,
  DARK;

  private static final Pattern QUESTION =
      Pattern.compile("\\(\\s*prefers-color-scheme\\s*:\\s*(light|dark)\\s*\\)");

  /**
   * The page with the question of the scheme answered everywhere, its stylesheet inside, so that
   * this holds there too, without its script, and beyond the reach of mouse and keyboard.
   */
  public String still(String html, PageAssets assets, String nonce) {
    String link = "<link rel=\"stylesheet\" href=\"" + assets.stylesheetPath() + "\">";
    String sheet = "<style nonce=\"" + nonce + "\">" + assets.stylesheetText() + "</style>";
    String page = withoutScript(html, nonce).replace(link, sheet);
    return answered(page.replace("<body ", "<body inert "));
  }

  /** As the page looks once its scripts have run, which a picture has none of. */
  private static String withoutScript(String html, String nonce) {
    String script = "(?s)<script nonce=\"" + Pattern.quote(nonce) + "\">.*?</script>";
    return html.replaceAll(script, "")
        .replaceAll("(?s)<noscript>.*?</noscript>", "")
        .replace("<button class=\"gh-button\" disabled>", "<button class=\"gh-button\">");
  }

  private String answered(String page) {
    return QUESTION
        .matcher(page)
        .replaceAll(question ->
            question.group(1).equalsIgnoreCase(name()) ? "(min-width:0)" : "(max-width:0)");
  }
}
