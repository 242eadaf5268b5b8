package io.gatehouse.branding.page;

import java.util.Map;

/**
 * A page as it goes out: its bytes and the headers that belong to it. The status is the caller's to
 * say.
 */
public record RenderedPage(byte[] html, Map<String, String> headers) {}
