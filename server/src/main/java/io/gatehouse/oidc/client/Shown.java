package io.gatehouse.oidc.client;

import io.gatehouse.platform.crypto.certificate.ShownCertificate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a client shows besides the form it sends.
 *
 * @param authorization the header
 * @param certificate read only where it matters
 */
public record Shown(
    @Nullable String authorization, Supplier<Optional<ShownCertificate>> certificate) {}
