package io.gatehouse.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/** A connector as anybody may see it on a sign-in page. */
@JsonInclude(Include.NON_NULL)
public record SsoButton(String id, String connectorName, String logo, @Nullable String darkLogo) {}
