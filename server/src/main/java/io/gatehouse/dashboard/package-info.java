/// The dashboard: how many people a tenant has, how many came, and how many were active.
///
/// Days are those of UTC. Totals and new people come from counters, so a million people cost no
/// more than ten; active people are rows of a day each, and what was counted of days that are over
/// is remembered, as it cannot change. Routes: `/api/dashboard`.
@NullMarked
package io.gatehouse.dashboard;

import org.jspecify.annotations.NullMarked;
