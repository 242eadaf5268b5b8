package io.gatehouse.branding.page;

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
  String still(String html, PageAssets assets, String nonce) {
    String link = "<link rel=\"stylesheet\" href=\"" + assets.stylesheetPath() + "\">";
    String sheet = "<style nonce=\"" + nonce + "\">" + assets.stylesheetText() + "</style>";
    String script = "<script nonce=\"" + nonce + "\">" + assets.script() + "</script>";
    String page = html.replace(link, sheet).replace(script, "").replace("<body ", "<body inert ");
    return answered(page);
  }

  private String answered(String page) {
    return QUESTION
        .matcher(page)
        .replaceAll(question ->
            question.group(1).equalsIgnoreCase(name()) ? "(min-width:0)" : "(max-width:0)");
  }
}
