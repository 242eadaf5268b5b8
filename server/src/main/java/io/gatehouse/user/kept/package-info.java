/// What is kept about somebody, for them to read and to take along.
///
/// It is told from all tables that name people, those of other nouns, too: each of them is listed
/// in [KeptStore], to be told or to be left out for a reason, and a test finds the one that is not.
/// Secrets, and what is of use with a secret only, are never told.
///
/// [KeptData] is the only door.
@NullMarked
package io.gatehouse.user.kept;

import org.jspecify.annotations.NullMarked;
