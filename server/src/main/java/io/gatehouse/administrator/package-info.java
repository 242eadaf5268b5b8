/// The people who administer a tenant through the Console. They are users of the admin tenant with
/// a role that may call the tenant's Management API.
///
/// As long as there is none, the admin tenant takes registrations only (sign-in mode `Register`).
/// The account that comes first is put in charge, and the same transaction closes the door behind
/// it: exactly one wins.
///
/// Later ones are made and dismissed by those who are in charge at that moment, whatever their
/// token says, or on the command line. Nobody dismisses themself, so one always remains.
///
/// Routes: `/me/administrators`, in `account/me`. Tables: those of people and roles.
@NullMarked
package io.gatehouse.administrator;

import org.jspecify.annotations.NullMarked;
