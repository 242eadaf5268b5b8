package io.gatehouse.platform.http;

import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.error.ErrorCode;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.i18n.Locales;
import io.gatehouse.platform.i18n.PhraseGroup;
import io.gatehouse.platform.i18n.Phrases;
import io.quarkus.arc.Arc;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/** Answers whatever ends a request early: one method a kind of failure. */
@Singleton
public final class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class);
  private static final int RETRY_AFTER_SECONDS = 2;
  private static final int LONGEST_LINE = 500;

  /** The framework's words for a form whose end never came. */
  private static final String ENDS_EARLY = "Connection terminated parsing multipart request";

  private final Phrases phrases;
  private final Locales locales;

  Failures(Phrases phrases, Locales locales) {
    this.phrases = phrases;
    this.locales = locales;
  }

  /** The answer for whatever ended a request that does not go through the framework. */
  public Response of(Throwable failure, RoutingContext context) {
    return switch (failure) {
      case RequestException e -> refused(e, context);
      case BodyException e -> unreadable(e);
      case ConnectorException e -> connector(e, context);
      case DbException e -> database(e, context);
      case WebApplicationException e -> framework(e, context);
      default -> unexpected(failure, context);
    };
  }

  /** A rule refused the request. */
  @ServerExceptionMapper
  public Response refused(RequestException refusal, RoutingContext context) {
    Response answer = json(refusal.status(), body(refusal, context));
    Duration wait = refusal.code().retryAfter();
    return wait == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, wait.toSeconds()).build();
  }

  /** The answer's body for a refusal, for surfaces that write it themselves. */
  public ErrorBody body(RequestException refusal, RoutingContext context) {
    String code = refusal.code().code();
    Language language =
        Languages.of(context.request()).stream()
            .flatMap(tag -> locales.find(tag).stream())
            .findFirst()
            .orElse(Language.ENGLISH);
    String message = phrases.text(PhraseGroup.ERROR, language, code, refusal.placeholders());
    return new ErrorBody(code, refusal.data(), refusal.details(), message);
  }

  /** The body could not be read. */
  @ServerExceptionMapper
  public Response unreadable(BodyException failure) {
    return json(failure.status(), ErrorBody.of(String.valueOf(failure.getMessage())));
  }

  /** A connector's code, as one of the catalogue. */
  private record ConnectorCode(String code, int status) implements ErrorCode {}

  /** A connector, or the provider behind it, could not go on. */
  @ServerExceptionMapper
  public Response connector(ConnectorException failure, RoutingContext context) {
    LOG.warnf(
        defect(failure),
        "request %s: a connector could not go on: %s",
        RequestId.of(context),
        line(failure));
    return refused(
        new RequestException(
            new ConnectorCode(failure.code(), failure.status()),
            Map.of("errorDescription", failure.description()),
            failure.data(),
            failure.details()),
        context);
  }

  /** What the log tells of it on one line, since anybody may make others' words come up there. */
  static String line(ConnectorException failure) {
    Throwable cause = failure.getCause();
    String told = failure.getMessage() + (cause == null ? "" : ": " + cause);
    String line = told.replaceAll("[\\p{Cntrl}\u2028\u2029]", " ");
    return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
  }

  /** The failure, where what is behind it is none that its connector could have foreseen. */
  private static @Nullable Throwable defect(ConnectorException failure) {
    Throwable cause = failure.getCause();
    boolean foreseen = !(cause instanceof RuntimeException) || cause instanceof RequestException;
    return foreseen ? null : failure;
  }

  /** The database refused what no rule had refused before. */
  @ServerExceptionMapper
  public Response database(DbException failure, RoutingContext context) {
    return switch (failure) {
      case DbException.Unique e -> refused(EntityError.NOT_UNIQUE.exception(), context);
      case DbException.ForeignKey e -> refused(EntityError.RELATION_NOT_FOUND.exception(), context);
      case DbException.Check e -> refused(EntityError.CONSTRAINT_VIOLATED.exception(), context);
      case DbException.BadValue e -> refused(EntityError.INVALID_INPUT.exception(), context);
      case DbException.TooLong e ->
          refused(EntityError.VALUE_TOO_LONG.withData(Map.of("message", reason(e))), context);
      case DbException.Unavailable e -> unavailable(e, context);
      case DbException.TimedOut e -> unavailable(e, context);
      case DbException e -> unexpected(e, context);
    };
  }

  /** No resource, no such method, or another answer that the framework chose. */
  @ServerExceptionMapper
  public Response framework(WebApplicationException failure, RoutingContext context) {
    Response chosen = failure.getResponse();
    int status = chosen.getStatus();
    if (status >= 500) {
      return unexpected(failure, context);
    }
    if (status == 413) {
      // Of bodies without a known length the framework counts only those with files.
      return refused(RequestError.FILE_TOO_LARGE.exception(), context);
    }
    if (chosen.hasEntity()) {
      return chosen;
    }
    Response.ResponseBuilder answer =
        Response.status(status).type(PlainAnswer.TEXT).entity(phrase(status));
    Object allowed = chosen.getHeaders().getFirst(HttpHeaders.ALLOW);
    return allowed == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allowed).build();
  }

  /** A defect of ours: the reader learns nothing, the log everything. */
  @ServerExceptionMapper
  public Response unexpected(Throwable failure, RoutingContext context) {
    if (readsForm(context) && isMalformed(failure)) {
      LOG.infof(failure, "request %s: its form cannot be read", RequestId.of(context));
      return unreadable(new BodyException(400, "The form cannot be read."));
    }
    LOG.errorf(
        failure,
        "request %s failed: %s %s",
        RequestId.of(context),
        context.request().method(),
        context.request().path());
    return json(500, ErrorBody.of("Internal server error."));
  }

  private static Response unavailable(DbException failure, RoutingContext context) {
    LOG.warnf(
        "request %s: the database does not answer: %s",
        RequestId.of(context), failure.getMessage());
    return Response.fromResponse(
            json(503, ErrorBody.of("The database does not answer; try again.")))
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }

  /**
   * Whether a form with files was still to be read: no resource of ours has begun before that. What
   * does not go through the framework has no request of its, and asking for it would be a failure.
   */
  private static boolean readsForm(RoutingContext context) {
    if (!Arc.container().requestContext().isActive()) {
      return false;
    }
    ResteasyReactiveRequestContext request = CurrentRequestManager.get();
    return request != null
        && request.getFormData() == null
        && BodyLimits.hasFile(context.request());
  }

  /**
   * Whether the form is to blame. The framework's reader says of one that is none by exceptions of
   * no common kind; what it hits on at the disk is a defect, and an exception of the same kind as
   * that of a form which ends early.
   */
  private static boolean isMalformed(Throwable failure) {
    return switch (failure) {
      case UnsupportedEncodingException named -> true;
      case IOException e -> ENDS_EARLY.equals(e.getMessage());
      case RuntimeException confused ->
          !(confused.getCause() instanceof IOException)
              || confused.getCause() instanceof UnsupportedEncodingException;
      default -> false;
    };
  }

  private static String reason(DbException failure) {
    String text = String.valueOf(failure.getMessage());
    return text.startsWith("ERROR: ") ? text.substring("ERROR: ".length()) : text;
  }

  private static String phrase(int status) {
    return switch (status) {
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 415 -> "Unsupported Media Type";
      default -> "Bad Request";
    };
  }

  private static Response json(int status, ErrorBody body) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
  }
}
