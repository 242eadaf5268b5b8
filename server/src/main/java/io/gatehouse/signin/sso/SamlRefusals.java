package io.gatehouse.signin.sso;

import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.audit.log.Logs;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.signin.Visit;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells that a response which a browser has brought is refused: people on a page, programs by the
 * error, and administrators in the log, where a provider's word is not believed.
 */
@Singleton
public class SamlRefusals {
  private final Visit visit;
  private final Logs logs;

  SamlRefusals(Visit visit, Logs logs) {
    this.visit = visit;
    this.logs = logs;
  }

  public Response answer(RequestException refusal) {
    if (visit.readsPages()) {
      return visit.page(new Page.Failure(Problem.of(refusal), null));
    }
    throw refusal;
  }

  /**
   * The same where the connector refuses.
   *
   * @param attempt as the log calls it
   */
  public Response answer(ConnectorException failure, LogEntry attempt) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", failure.code());
    if (failure.data() != null) {
      error.put("data", failure.data());
    }
    append(attempt.failed(error));
    if (visit.readsPages()) {
      return visit.page(new Page.Failure(Remarks.problem(failure), null));
    }
    throw failure;
  }

  void append(LogEntry entry) {
    logs.append(
        visit.tenant().id(), entry.from(visit.address(), visit.request().getHeader("User-Agent")));
  }
}
