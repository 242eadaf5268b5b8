package io.gatehouse.hook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.hook.event.EventBody;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.platform.json.JsonCodec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an event may look like, for trials: every value says that it is fake. */
final class ExampleBody {
  private static final String USER = "fake-id";

  private ExampleBody() {}

  static ObjectNode of(HookEvent event, String hookId, Instant now, @Nullable String userAgent) {
    EventBody body =
        EventBody.of(event)
            .with("hookId", hookId)
            .createdAt(now)
            .with("userAgent", userAgent == null ? "fake-user-agent" : userAgent);
    if (event.ofInteraction()) {
      return body.with("sessionId", "fake-session-id")
          .with("userIp", "fake-user-ip")
          .with("userId", USER)
          .with("user", user(now))
          .with("application", application())
          .json();
    }
    return body.with("path", "/fake-path/:id")
        .with("method", "POST")
        .with("status", 200)
        .with("params", JsonCodec.object().put("id", USER))
        .with("data", JsonCodec.object().put("result", "success"))
        .json();
  }

  private static ObjectNode user(Instant now) {
    ObjectNode user = JsonCodec.object();
    user.put("id", USER)
        .put("username", "fake-user")
        .put("primaryEmail", "fake-user@fake-service.com")
        .put("primaryPhone", "1234567890")
        .put("name", "Fake User")
        .put("avatar", "https://fake-service.com/avatars/fake-user.png");
    user.putObject("customData").put("theme", "light");
    ObjectNode google = user.putObject("identities").putObject("google");
    google.put("userId", "fake-google-user-id");
    google.putObject("details").put("name", "Fake User").put("email", "fake-user@fake-service.com");
    user.putObject("profile");
    return user.put("applicationId", "fake-application-id")
        .putNull("cimdClientId")
        .put("isSuspended", false)
        .put("lastSignInAt", now.toEpochMilli())
        .put("createdAt", now.toEpochMilli())
        .put("updatedAt", now.toEpochMilli());
  }

  private static ObjectNode application() {
    return JsonCodec.object()
        .put("id", "fake-spa-application-id")
        .put("type", "SPA")
        .put("name", "Fake Application")
        .put("description", "Fake application");
  }
}
