package io.gatehouse.account.security;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.user.device.DeviceCookie;
import io.gatehouse.user.device.TrustedDevice;
import io.gatehouse.user.device.TrustedDevices;
import io.vertx.core.http.Cookie;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What people do with the browsers that they trust. */
@Singleton
public class OwnDevices {
  private final TrustedDevices devices;

  OwnDevices(TrustedDevices devices) {
    this.devices = devices;
  }

  /**
   * A browser that the person trusts.
   *
   * @param isCurrent whether it is the one at hand
   */
  public record OwnDevice(@JsonUnwrapped TrustedDevice device, boolean isCurrent) {}

  /** The latest first. */
  public Slice<OwnDevice> list(AccountCall call, Page page) {
    Optional<String> current = current(call);
    return devices
        .list(call.tenant(), call.userId(), page)
        .map(device -> new OwnDevice(device, current.filter(device.id()::equals).isPresent()));
  }

  public List<OwnDevice> all(AccountCall call) {
    return list(call, Page.WHOLE).items();
  }

  /** Has the browser asked for the second step again; the one at hand loses its cookie. */
  public void remove(AccountCall call, String id) {
    boolean current = current(call).filter(id::equals).isPresent();
    devices.remove(call.tenant(), call.actor(), call.userId(), id, call.userAgent());
    if (current) {
      call.request().tell("Set-Cookie", DeviceCookie.cleared(call.currentTenant(), call.userId()));
    }
  }

  private Optional<String> current(AccountCall call) {
    Cookie cookie =
        call.request().request().getCookie(DeviceCookie.name(call.currentTenant(), call.userId()));
    return cookie == null
        ? Optional.empty()
        : devices.find(call.tenant(), call.userId(), cookie.getValue());
  }
}
