package io.gatehouse.branding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.tenant.TenantId;
import java.util.List;

/** The fields that a tenant has thought of, as pages of one's own are told of them. */
public interface FieldCatalog {
  /** All of them, in the order of the form. */
  List<ObjectNode> rows(TenantId tenant);
}
