package io.gatehouse.signin;

import io.gatehouse.branding.SignInExperience;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.tenant.TenantId;

/** What a page is drawn from: whose it is, by which settings, and in which language. */
public record Scene(TenantId tenant, SignInExperience experience, Language language) {}
