/**
 * Work in the background. A {@link io.gatehouse.platform.job.Job} is a bean; {@link
 * io.gatehouse.platform.job.JobRunner} finds it, and of all nodes on one database exactly one runs
 * it at a time: the one that holds the lease in the table {@code jobs}. A node that dies leaves its
 * lease to run out, and another takes over.
 *
 * <p>Jobs look across tenants, in a role of their own.
 */
@NullMarked
package io.gatehouse.platform.job;

import org.jspecify.annotations.NullMarked;
