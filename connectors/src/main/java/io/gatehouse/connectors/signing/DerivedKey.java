package io.gatehouse.connectors.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Signatures with a key that is derived for a day and a service, which Amazon and Tencent have in
 * common but for their words.
 *
 * @param algorithm the name of the method
 * @param secret the administrator's key with the method's prefix
 * @param scope what the key is derived for, in order; the first is the day
 */
record DerivedKey(String algorithm, String secret, List<String> scope) {

  /** A request as it is signed; header names in lower case. */
  record Signed(
      String method, String path, String query, SortedMap<String, String> headers, String body) {
    String names() {
      return String.join(";", headers.keySet());
    }

    String canonical() {
      String lines =
          headers.entrySet().stream()
              .map(header -> header.getKey() + ":" + header.getValue() + "\n")
              .collect(Collectors.joining());
      return String.join("\n", method, path, query, lines, names(), Hashes.sha256(body));
    }
  }

  /**
   * The value of the {@code Authorization} header.
   *
   * @param time as the method writes it
   */
  String authorization(String keyId, Signed request, String time) {
    String scopes = String.join("/", scope);
    String text = String.join("\n", algorithm, time, scopes, Hashes.sha256(request.canonical()));
    byte[] key = secret.getBytes(UTF_8);
    for (String part : scope) {
      key = Hashes.hmac("HmacSHA256", key, part);
    }
    return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
        .formatted(
            algorithm,
            keyId,
            scopes,
            request.names(),
            Hashes.hex(Hashes.hmac("HmacSHA256", key, text)));
  }
}
