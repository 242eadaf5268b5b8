/// What a third-party application may ask a person's consent for: scopes of the provider's own
/// beyond `openid`, of API resources and of the organization template. Whatever is not on its list
/// is refused at the authorization endpoint, or left out of what it gets.
///
/// [ConsentScopes] is the only door. Routes: `/api/applications/{id}/user-consent-scopes`. Tables:
/// `application_user_scopes`, `application_resource_scopes`,
/// `application_organization_resource_scopes`, `application_organization_scopes`.
@NullMarked
package io.gatehouse.application.consent;

import org.jspecify.annotations.NullMarked;
