// Plays a device without a keyboard: the demo application of the device flow (RFC 8628).
(() => {
  const client = "device-demo-app";
  const byId = (id) => document.getElementById(id);
  const show = (id) => {
    for (const each of ["ask", "code", "connected", "denied", "expired", "failed"]) {
      byId(each).hidden = each !== id;
    }
  };
  const say = (id, name, value) => {
    const text = byId(id).querySelector("p");
    text.textContent = text.dataset.text.replace("{" + name + "}", value);
    show(id);
  };
  const post = async (path, form) => {
    const answer = await fetch(path, { method: "POST", body: new URLSearchParams({ client_id: client, ...form }) });
    return answer.json();
  };
  const pause = (seconds) => new Promise((resume) => setTimeout(resume, seconds * 1000));

  const wait = async (device) => {
    let interval = device.interval;
    for (;;) {
      await pause(interval);
      const answer = await post("/oidc/token", {
        grant_type: "urn:ietf:params:oauth:grant-type:device_code",
        device_code: device.device_code,
      });
      if (answer.access_token) {
        const person = await fetch("/oidc/me", { headers: { Authorization: "Bearer " + answer.access_token } });
        const claims = await person.json();
        return say("connected", "person", claims.name || claims.username || claims.sub);
      }
      if (answer.error === "slow_down") {
        interval += 5;
      } else if (answer.error === "access_denied") {
        return again("denied");
      } else if (answer.error === "expired_token") {
        return again("expired");
      } else if (answer.error !== "authorization_pending") {
        throw new Error(answer.error_description || answer.error);
      }
    }
  };
  const again = (id) => {
    show(id);
    byId("ask").hidden = false;
  };

  byId("start").addEventListener("click", async () => {
    try {
      const device = await post("/oidc/device/auth", { scope: "openid profile" });
      if (device.error) {
        throw new Error(device.error_description || device.error);
      }
      byId("user-code").textContent = device.user_code;
      byId("link").href = device.verification_uri_complete;
      show("code");
      await wait(device);
    } catch (problem) {
      say("failed", "reason", problem.message);
      byId("ask").hidden = false;
    }
  });
})();
