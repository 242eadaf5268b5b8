package io.gatehouse.platform.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers that are a word of plain text. */
public final class PlainAnswer {
  static final MediaType TEXT = new MediaType("text", "plain", "utf-8");

  private PlainAnswer() {}

  /** 201 without anything to show: the word itself, as clients know it. */
  public static Response created() {
    return Response.status(201).type(TEXT).entity("Created").build();
  }

  /** 200 without anything to show: the word itself, as clients know it. */
  public static Response ok() {
    return Response.ok("OK", TEXT).build();
  }
}
