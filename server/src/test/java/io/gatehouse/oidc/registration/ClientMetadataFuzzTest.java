package io.gatehouse.oidc.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.application.protocol.GrantType;
import io.gatehouse.application.registration.RegistrationPolicy;
import io.gatehouse.application.registration.RegistrationPolicy.Access;
import io.gatehouse.testing.Fuzz;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What clients say of themselves, almost right. */
class ClientMetadataFuzzTest {
  private static final RegistrationPolicy OPEN =
      new RegistrationPolicy(
          true,
          Access.OPEN,
          List.of(GrantType.values()),
          List.of("code", "id_token", "code id_token"),
          null,
          null,
          true,
          100,
          null,
          false);
  private static final String WEBSITE =
      ("{'client_name':'Harbour','client_name#fr':'Le port','redirect_uris':['https://app.example/cb'],"
              + "'post_logout_redirect_uris':['https://app.example/'],'grant_types':['authorization_code',"
              + "'refresh_token'],'response_types':['code'],'token_endpoint_auth_method':'private_key_jwt',"
              + "'jwks_uri':'https://app.example/jwks','logo_uri':'https://app.example/l.png','contacts':['a@b.example'],"
              + "'scope':'openid email','subject_type':'pairwise','default_max_age':60,'require_auth_time':true,"
              + "'default_acr_values':['urn:a'],'request_uris':['https://app.example/r#x'],"
              + "'id_token_signed_response_alg':'ES256','request_object_signing_alg':'none',"
              + "'initiate_login_uri':'https://app.example/go','software_id':'s','unknown':{'a':[1]}}")
          .replace('\'', '"');
  private static final Fuzz METADATA =
      Fuzz.like(
          WEBSITE,
          ("{'application_type':'native','redirect_uris':['app.example:/cb','http://127.0.0.1/cb'],"
                  + "'jwks':{'keys':[]}}")
              .replace('\'', '"'),
          ("{'grant_types':['client_credentials'],'response_types':[],'tls_client_auth_san_dns':'a.example',"
                  + "'token_endpoint_auth_method':'tls_client_auth'}")
              .replace('\'', '"'));

  @Example
  void theExampleItselfIsTaken() {
    assertTrue(read(WEBSITE).addresses().redirectUris().contains("https://app.example/cb"));
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void metadata(@ForAll long number) {
    METADATA.feed(
        number,
        text -> {
          for (String uri : read(text).addresses().redirectUris()) {
            assertFalse(uri.startsWith("javascript:") || uri.indexOf('*') >= 0, uri);
          }
        });
  }

  private static ClientMetadata read(String text) {
    return MetadataReader.read(OPEN, MetadataText.parse(text.getBytes(UTF_8)), true);
  }
}
