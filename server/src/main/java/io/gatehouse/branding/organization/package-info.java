/// How sign-in looks for an organization, where it differs: colours, pictures, its own rules of
/// style. Pages wear it over the application's looks while a sign-in names the organization
/// (`organization_id`).
///
/// [OrganizationLooks] is the only door. The settings are columns of `organizations`, written by
/// that noun.
@NullMarked
package io.gatehouse.branding.organization;

import org.jspecify.annotations.NullMarked;
