package io.gatehouse.oidc.issue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The key that a token is bound to: only who shows it may use the token.
 *
 * <p>Source: [RFC 7800 §3](https://www.rfc-editor.org/rfc/rfc7800#section-3)
 *
 * @param jkt thumbprint of a key that is shown by DPoP proofs [RFC 9449 §6.1]
 * @param x5t thumbprint of a certificate that is shown [RFC 8705 §3.1]
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Confirmation(
    @JsonProperty("jkt") @Nullable String jkt, @JsonProperty("x5t#S256") @Nullable String x5t) {

  /** Null for a token that is bound to nothing. */
  public static @Nullable Confirmation of(@Nullable String jkt, @Nullable String x5t) {
    return jkt == null && x5t == null ? null : new Confirmation(jkt, x5t);
  }

  /**
   * The columns to select for {@link #of(Row)}: PostgreSQL finds them in the JSON for a fraction of
   * what reading that here costs.
   *
   * @param cnf the column
   */
  public static String columns(String cnf) {
    return "%1$s ->> 'jkt' as jkt, %1$s ->> 'x5t#S256' as x5t".formatted(cnf);
  }

  /** From a row with {@link #columns}. */
  public static @Nullable Confirmation of(Row row) throws SQLException {
    return of(row.textOrNull("jkt"), row.textOrNull("x5t"));
  }

  /** For a column. */
  public static @Nullable Jsonb column(@Nullable Confirmation confirmation) {
    return confirmation == null ? null : new Jsonb(JsonCodec.text(confirmation));
  }

  /** How a token that is bound so is shown. [RFC 9449 §5] */
  public static String tokenType(@Nullable Confirmation confirmation) {
    return confirmation != null && confirmation.jkt() != null ? "DPoP" : "Bearer";
  }
}
