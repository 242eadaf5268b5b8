package io.gatehouse.branding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.ConnectorKinds.Present;
import io.gatehouse.branding.Policies.ForgotPasswordMethod;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/** The settings as anybody may see them, with what a page needs besides. */
@Singleton
class PublicExperience {
  private final ConnectorKinds connectors;
  private final FieldCatalog fields;

  PublicExperience(ConnectorKinds connectors, FieldCatalog fields) {
    this.connectors = connectors;
    this.fields = fields;
  }

  ObjectNode of(TenantId tenant, SignInExperience experience) {
    ObjectNode body = SignInExperienceResource.row(tenant, experience);
    body.remove(List.of("emailBlocklistPolicy", "forgotPasswordMethods"));
    Present present = connectors.of(tenant);
    var social = body.putArray("socialConnectors");
    for (String target : experience.socialSignInConnectorTargets()) {
      present.social().stream()
          .filter(each -> each.target().equals(target))
          .forEach(each -> social.add(each.view()));
    }
    body.putArray("ssoConnectors");
    List<ForgotPasswordMethod> methods = experience.forgotPasswordMethods();
    body.putObject("forgotPassword")
        .put(
            "email",
            present.email()
                && (methods == null || methods.contains(ForgotPasswordMethod.EMAIL_CODE)))
        .put(
            "phone",
            present.sms()
                && (methods == null || methods.contains(ForgotPasswordMethod.PHONE_CODE)));
    body.put("isDevelopmentTenant", false);
    List<ObjectNode> catalog = fields.rows(tenant);
    body.putArray("customProfileFields").addAll(asked(experience, catalog));
    body.putArray("customProfileFieldCatalog").addAll(catalog);
    return body;
  }

  /** Those of the registration's form, in its order. */
  private static List<ObjectNode> asked(SignInExperience experience, List<ObjectNode> catalog) {
    List<Policies.ProfileField> names = experience.signUpProfileFields();
    return names == null
        ? List.of()
        : names.stream()
            .flatMap(asked ->
                catalog.stream().filter(row -> row.path("name").asText().equals(asked.name())))
            .toList();
  }
}
