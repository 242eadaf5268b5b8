/// Which of their organizations a person lets a third-party application act in.
///
/// [ConsentOrganizations] is the only door. Routes:
/// `/api/applications/{id}/users/{userId}/consent-organizations`. Table:
/// `application_consent_organizations`; a row ends with the membership.
@NullMarked
package io.gatehouse.organization.consent;

import org.jspecify.annotations.NullMarked;
