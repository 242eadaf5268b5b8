package io.gatehouse.branding.accountcenter;

import io.gatehouse.branding.accountcenter.AccountCenter.Fields;
import io.gatehouse.branding.accountcenter.AccountCenter.ShownField;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.Url;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes of the account center, each member as a whole. */
@Input
record AccountCenterPatch(
    @Nullable Boolean enabled,
    @Nullable Fields fields,
    @Nullable List<String> webauthnRelatedOrigins,
    Change<@EmptyIsNull @Url @Pattern(regexp = "^https?://") @Size(max = 2048) String>
        deleteAccountUrl,
    Change<@EmptyIsNull String> customCss,
    Change<List<ShownField>> profileFields) {

  boolean isEmpty() {
    return enabled == null
        && fields == null
        && webauthnRelatedOrigins == null
        && !deleteAccountUrl.isSet()
        && !customCss.isSet()
        && !profileFields.isSet();
  }

  /** The settings after the change, with these fields shown. */
  AccountCenter applyTo(AccountCenter now, @Nullable List<ShownField> shown) {
    return new AccountCenter(
        now.tenantId(),
        now.id(),
        enabled == null ? now.enabled() : enabled,
        fields == null ? now.fields() : fields,
        webauthnRelatedOrigins == null
            ? now.webauthnRelatedOrigins()
            : webauthnRelatedOrigins.stream().distinct().toList(),
        deleteAccountUrl.applyTo(now.deleteAccountUrl()),
        customCss.applyTo(now.customCss()),
        shown);
  }
}
