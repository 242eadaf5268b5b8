package io.gatehouse.user;

import io.gatehouse.credential.PasswordHash;
import io.gatehouse.user.mfa.SecondStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person with what proves who they are, for the steps of a sign-in only. */
public record SignInUser(
    User user,
    @Nullable PasswordHash password,
    @Nullable Instant passwordUpdatedAt,
    boolean passwordExpired,
    SecondStep secondStep) {}
