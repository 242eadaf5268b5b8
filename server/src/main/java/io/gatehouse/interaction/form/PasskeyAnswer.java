package io.gatehouse.interaction.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatehouse.credential.passkey.PasskeyError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.input.Guard;
import io.gatehouse.platform.json.JsonCodec;

/** What the browser has said of a passkey, as the page's script sends it. */
public final class PasskeyAnswer {
  private PasskeyAnswer() {}

  /** The answer; whatever else was sent is no passkey. */
  public static <T> T read(Form form, Class<T> type) {
    try {
      return Guard.body(JsonCodec.sent(form.text("credential").getBytes(UTF_8)), type);
    } catch (JsonProcessingException | RequestException e) {
      throw PasskeyError.NOT_VERIFIED.exception();
    }
  }
}
