package io.gatehouse.platform.http;

import io.gatehouse.platform.id.Ids;
import io.vertx.ext.web.RoutingContext;

/**
 * Names a request in the answer's header and in our log, so that an administrator can find one by
 * the other.
 */
public final class RequestId {
  /** The header that carries it. */
  public static final String HEADER = "Logto-Core-Request-Id";

  private static final String KEY = RequestId.class.getName();

  private RequestId() {}

  /** The id of this request; made when it is first asked for. */
  public static String of(RoutingContext context) {
    String id = context.get(KEY);
    if (id == null) {
      id = Ids.requestId();
      context.put(KEY, id);
    }
    return id;
  }
}
