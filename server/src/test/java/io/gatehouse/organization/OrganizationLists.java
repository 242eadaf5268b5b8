package io.gatehouse.organization;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.list.Page;
import io.gatehouse.tenant.TenantId;

/** The lists of organizations on a database of a test. */
public final class OrganizationLists {
  private final OrganizationStore store;

  public OrganizationLists(Db db) {
    this.store = new OrganizationStore(db);
  }

  /** Reads a page; answers the total. */
  public long count(TenantId tenant, String text, boolean featured, Page page) {
    return store.list(tenant, text, featured, page).total();
  }
}
