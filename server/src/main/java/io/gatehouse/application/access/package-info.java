/// Who may use an application. While its access control is on, a person gets in by a rule that
/// names them, one of their roles, an organization of theirs or a role they have in one; with the
/// switch on and no rule nobody would, so that is refused.
///
/// [AccessControl] is the only door; the provider asks it before it grants anything. Routes:
/// `/api/applications/{id}/access-control`. Tables: `application_access_users`,
/// `application_access_roles`, `application_access_organizations`,
/// `application_access_organization_roles`.
@NullMarked
package io.gatehouse.application.access;

import org.jspecify.annotations.NullMarked;
