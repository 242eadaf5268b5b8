package io.gatehouse.hook.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.IsoTime;
import io.gatehouse.platform.json.JsonCodec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The JSON that receivers read, in the order of its members; what is null is left out. */
public final class EventBody {
  private final ObjectNode json = JsonCodec.object();

  private EventBody() {}

  /** Begins with the event's name. */
  public static EventBody of(HookEvent event) {
    return new EventBody().with("event", event.wire());
  }

  /** Members that follow {@code event} and {@code createdAt}. */
  public static EventBody empty() {
    return new EventBody();
  }

  /** When it happened. */
  public EventBody createdAt(Instant time) {
    return with("createdAt", IsoTime.of(time));
  }

  public EventBody with(String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
    return this;
  }

  public EventBody with(String name, int value) {
    json.put(name, value);
    return this;
  }

  public EventBody with(String name, @Nullable JsonNode value) {
    if (value != null) {
      json.set(name, value);
    }
    return this;
  }

  /** Adds members as they are. */
  public EventBody withAll(ObjectNode members) {
    json.setAll(members);
    return this;
  }

  /** The text with the receiving hook's id as its last member. */
  String text(String hookId) {
    return json.deepCopy().put("hookId", hookId).toString();
  }

  public ObjectNode json() {
    return json;
  }
}
