package io.gatehouse.access.resource;

import io.gatehouse.platform.input.Input;

/** Whether a resource becomes the default one. */
@Input
record DefaultInput(boolean isDefault) {}
