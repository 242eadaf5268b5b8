/// The log of people and applications ([Logs]), and who was active ([ActiveUsers]).
///
/// Rows of token requests are written in batches, at most 100 ms late and lost with a killed
/// process; what must be kept is written in the transaction that it tells of. Reading the log
/// flushes first. Secrets are masked before anything is written. Tables are partitioned by month.
/// Routes: `/api/logs`; of our own, `/api/application-uses`.
@NullMarked
package io.gatehouse.audit.log;

import org.jspecify.annotations.NullMarked;
