/**
 * What every list of the APIs shares: which page is asked for, what the client searches, and how
 * both become SQL with bound parameters.
 *
 * <p>A store's list is one statement: {@code select …, count(*) over () as total from … where
 * <where> order by … limit ? offset ?}, read into a {@link io.gatehouse.platform.list.Slice}. A
 * {@link io.gatehouse.platform.list.Search} is evaluated on the rows of one tenant, which row-level
 * security has picked by then; that is quick for nouns of which a tenant has thousands. A noun of
 * which a tenant may have a million keeps its search in a SECURITY DEFINER function of its own
 * migration, owned by {@code gatehouse_job} and filtering by the tenant setting first, because
 * under row-level security no trigram index would be used.
 */
@NullMarked
package io.gatehouse.platform.list;

import org.jspecify.annotations.NullMarked;
