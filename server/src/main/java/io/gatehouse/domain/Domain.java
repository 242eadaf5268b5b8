package io.gatehouse.domain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host name of a tenant's own.
 *
 * @param token what the record or the file must hold that proves it
 * @param checkedAt when the proof was last looked for
 */
record Domain(
    String id,
    String domain,
    Status status,
    @Nullable String errorMessage,
    List<DnsRecord> dnsRecords,
    Instant createdAt,
    @JsonIgnore String token,
    @JsonIgnore Instant checkedAt) {

  /** How far it has come; the names are those of the API. */
  enum Status {
    PendingVerification,
    PendingSsl,
    Active,
    Error
  }

  /** What to enter at the name service. */
  record DnsRecord(String name, String type, String value) {}
}
