/// What administrators changed ([AdminAudit]): each record is written in the transaction of its
/// change, without secrets. What people and applications did is in `log`.
///
/// Routes: `/api/audit-records`, of our own.
@NullMarked
package io.gatehouse.audit;

import org.jspecify.annotations.NullMarked;
