package io.gatehouse.platform.saml.signon;

/** What we are called, and where we are answered, as the party that relies on a provider. */
public record ServiceProvider(String entityId, String assertionConsumerService) {}
