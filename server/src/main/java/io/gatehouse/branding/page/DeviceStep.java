package io.gatehouse.branding.page;

import java.util.List;

/** A page of connecting a device that shows a code. */
public sealed interface DeviceStep extends Page {

  /**
   * Type the code that a device shows.
   *
   * @param userCode as it was typed before
   */
  record Code(String userCode, String xsrf, Problems problems) implements DeviceStep {
    @Override
    public String firstField() {
      return "user_code";
    }
  }

  /**
   * Compare the code with the device's, and let the application on it in.
   *
   * @param details what it asks for besides scopes
   */
  record Confirm(String userCode, String appName, List<Permission> details, String xsrf)
      implements DeviceStep {}

  /** The device is connected. */
  record Done() implements DeviceStep {}

  /**
   * Plays a device, to try the flow.
   *
   * @param address where somebody types the code
   */
  record Demo(String address) implements DeviceStep {}
}
