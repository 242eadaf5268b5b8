/// The people who administer a tenant through the Console. They are users of the admin tenant with
/// a role that may call the tenant's Management API.
///
/// As long as there is none, the admin tenant takes registrations only (sign-in mode `Register`).
/// The account that comes first is put in charge, and the same transaction closes the door behind
/// it: exactly one wins.
@NullMarked
package io.gatehouse.administrator;

import org.jspecify.annotations.NullMarked;
