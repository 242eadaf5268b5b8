/// How sign-in looks for one application, where it differs from the tenant's: colours, pictures,
/// its own rules of style, its name and its terms. For an application of the house the pages wear
/// it from the first one on; one of somebody else's shows its face at the consent page only.
///
/// [ApplicationExperiences] is the only door. Routes: `/api/applications/{id}/sign-in-experience`.
/// Table: `application_sign_in_experiences`.
@NullMarked
package io.gatehouse.branding.application;

import org.jspecify.annotations.NullMarked;
