package io.gatehouse.hook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a hook is told.
 *
 * @param headers sent with each delivery
 * @param retries kept for clients that set it; deliveries are retried for a day whatever it says
 */
@Input
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HookConfig(
    @Size(max = 4096) String url,
    @Nullable Map<String, String> headers,
    @Nullable @Min(0) @Max(3) Integer retries) {
  public HookConfig {
    headers = headers == null ? null : Map.copyOf(headers);
  }
}
