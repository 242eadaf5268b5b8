package io.gatehouse.application.saml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import io.gatehouse.platform.input.ShapedBy;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A SAML application to be made. */
@Input
record SamlApplicationInput(
    @Size(min = 1, max = 256) String name,
    @Nullable @NullAllowed @EmptyIsNull String description,
    @Nullable ObjectNode customData,
    @Nullable @ShapedBy(AttributeMapping.class) Map<String, String> attributeMapping,
    @Nullable @NullAllowed @EmptyIsNull @Size(max = 128) String entityId,
    SamlConfig.@Nullable @NullAllowed AcsUrl acsUrl,
    SamlConfig.@Nullable @NullAllowed Encryption encryption,
    @Nullable NameIdFormat nameIdFormat) {

  SamlConfig config() {
    return new SamlConfig(
        attributeMapping == null ? Map.of() : attributeMapping,
        entityId,
        acsUrl,
        encryption,
        nameIdFormat == null ? NameIdFormat.PERSISTENT : nameIdFormat);
  }

  /** What changes of a SAML application. */
  @Input
  record Patch(
      @Nullable @Size(min = 1, max = 256) String name,
      Change<@EmptyIsNull String> description,
      @Nullable ObjectNode customData,
      @Nullable Boolean appLevelAccessControlEnabled,
      @Nullable @ShapedBy(AttributeMapping.class) Map<String, String> attributeMapping,
      Change<@EmptyIsNull @Size(max = 128) String> entityId,
      Change<SamlConfig.AcsUrl> acsUrl,
      Change<SamlConfig.Encryption> encryption,
      @Nullable NameIdFormat nameIdFormat) {

    SamlConfig applyTo(SamlConfig now) {
      return new SamlConfig(
          attributeMapping == null ? now.attributeMapping() : attributeMapping,
          entityId.applyTo(now.entityId()),
          acsUrl.applyTo(now.acsUrl()),
          encryption.applyTo(now.encryption()),
          nameIdFormat == null ? now.nameIdFormat() : nameIdFormat);
    }
  }
}
