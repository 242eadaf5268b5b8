package io.gatehouse.oidc.authorize.check;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;

/** An authorization request whose client is known and whose redirect URI is trusted. */
public record Asking(Tenant tenant, Client client, Parameters parameters) {}
