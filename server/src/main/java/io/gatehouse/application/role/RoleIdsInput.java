package io.gatehouse.application.role;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The roles that an application is to have. */
@Input
record RoleIdsInput(List<@Size(min = 1) String> roleIds) {}
