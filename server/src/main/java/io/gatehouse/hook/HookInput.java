package io.gatehouse.hook;

import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hook to be made. */
@Input
record HookInput(
    @Nullable @Size(min = 1, max = 256) String name,
    @Nullable HookEvent event,
    @Nullable @Size(min = 1) List<HookEvent> events,
    HookConfig config,
    @Nullable Boolean enabled) {

  /** What changes of a hook. */
  @Input
  record Patch(
      @Nullable @Size(min = 1, max = 256) String name,
      Change<HookEvent> event,
      @Nullable @Size(min = 1) List<HookEvent> events,
      @Nullable HookConfig config,
      @Nullable Boolean enabled) {
    boolean isEmpty() {
      return name == null && !event.isSet() && events == null && config == null && enabled == null;
    }
  }

  /** Events to be tried, and where. */
  @Input
  record Trial(@Size(min = 1) List<HookEvent> events, HookConfig config) {}
}
