/// Clients that register themselves, and look after their registration.
///
/// [RegistrationResource] speaks HTTP; [Registrations] holds the rules: who may, which is the
/// tenant's policy in `application/registration`, and what is made of the metadata, which
/// [MetadataReader] reads. What comes of it is an ordinary application. Routes: `/oidc/reg` and
/// `/oidc/reg/{client_id}`. Table: `application_registrations`.
@NullMarked
package io.gatehouse.oidc.registration;

import org.jspecify.annotations.NullMarked;
