package io.gatehouse.interaction.step.mfa;

import io.gatehouse.branding.Policies.Factor;
import java.util.List;
import java.util.Map;

/**
 * A second factor that has to be shown.
 *
 * @param availableFactors which of them count, in the order to offer them
 * @param maskedIdentifiers where codes would be sent to
 */
public record Demand(List<Factor> availableFactors, Map<Factor, String> maskedIdentifiers) {}
