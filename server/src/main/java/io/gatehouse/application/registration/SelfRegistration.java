package io.gatehouse.application.registration;

import java.time.Instant;

/** That an application has registered itself, and when. */
public record SelfRegistration(String applicationId, Instant registeredAt) {}
