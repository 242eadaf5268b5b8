package io.gatehouse.experience;

import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.audit.log.Logs;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.interaction.CurrentInteraction;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.InteractionError;
import io.gatehouse.interaction.Interactions;
import io.gatehouse.interaction.Visitors;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PublicState;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The call at hand: which interaction it belongs to, writing what a step answers, the log. */
@RequestScoped
public class ExperienceCall {
  private final HttpServerRequest request;
  private final Tenant tenant;
  private final CurrentInteraction current;
  private final Interactions interactions;
  private final SignInExperiences experiences;
  private final Visitors visitors;
  private final Logs logs;
  private @Nullable Interaction interaction;

  ExperienceCall(RoutingContext context, TenantResolver tenants, Doors doors) {
    this.request = context.request();
    this.tenant = tenants.resolve(request);
    this.current = doors.current();
    this.interactions = doors.interactions();
    this.experiences = doors.experiences();
    this.visitors = doors.visitors();
    this.logs = doors.logs();
  }

  Tenant tenant() {
    return tenant;
  }

  HttpServerRequest request() {
    return request;
  }

  void findInteraction() {
    interaction = current.require(tenant, request);
  }

  void requireState() {
    journey();
  }

  Interaction interaction() {
    return Objects.requireNonNull(interaction);
  }

  /** The journey of an interaction in which a step has been taken. */
  public Journey journey() {
    return journey(
        InteractionState.of(interaction())
            .orElseThrow(InteractionError.INTERACTION_NOT_FOUND::exception));
  }

  /** The journey as it begins. */
  public Journey journey(InteractionState state) {
    return new Journey(
        tenant, interaction(), state, experiences.of(tenant.id()), visitors.of(request));
  }

  /** Writes what a step has answered. */
  public Journey save(Journey journey, InteractionState state) {
    Interaction saved = interactions.save(tenant.id(), journey.interaction(), state.json());
    interaction = saved;
    return journey.with(state).with(saved);
  }

  /** Runs a step and logs how it went; the key follows {@code Interaction.<event>.}. */
  public <T> T logged(InteractionEvent event, String key, Supplier<T> step) {
    LogEntry entry = LogEntry.of("Interaction." + event.wire() + "." + key);
    try {
      T result = step.get();
      logs.append(tenant.id(), described(entry));
      return result;
    } catch (RequestException refusal) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("code", refusal.code().code());
      if (refusal.data() != null) {
        error.put("data", refusal.data());
      }
      logs.append(tenant.id(), described(entry).failed(error));
      throw refusal;
    }
  }

  /** The same for a step without a result. */
  public void logged(InteractionEvent event, String key, Runnable step) {
    logged(
        event,
        key,
        () -> {
          step.run();
          return true;
        });
  }

  private LogEntry described(LogEntry entry) {
    SocketAddress remote = request.remoteAddress();
    Interaction known = interaction();
    InteractionState state = InteractionState.of(known).orElse(null);
    LogEntry by =
        entry
            .by(state == null ? null : state.userId(), known.applicationId(), known.name())
            .from(remote == null ? null : remote.hostAddress(), request.getHeader("User-Agent"));
    return state == null ? by : by.with("interaction", PublicState.of(state));
  }
}
