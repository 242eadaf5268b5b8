/**
 * What every hosted page needs besides its own content: the words of its reader, whose looks it
 * has, where the tenant's own pages are, what its forms carry along.
 */
@NullMarked
package io.gatehouse.branding.page.context;

import org.jspecify.annotations.NullMarked;
