// Asks the browser for a passkey, or to make one, and sends what it answers (WebAuthn Level 3, §5.1).
(() => {
  const form = document.querySelector('form[data-passkey]');

  const bytes = (text) =>
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const known = (list) => list && list.map((each) => ({ ...each, id: bytes(each.id) }));

  const options = (given) => {
    const read = { ...given, challenge: bytes(given.challenge) };
    if (given.user) read.user = { ...given.user, id: bytes(given.user.id) };
    if (given.excludeCredentials) read.excludeCredentials = known(given.excludeCredentials);
    if (given.allowCredentials) read.allowCredentials = known(given.allowCredentials);
    return read;
  };
  const written = (credential) => {
    const { response } = credential;
    const answer = { clientDataJSON: text(response.clientDataJSON) };
    for (const part of ['attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (response[part]) answer[part] = text(response[part]);
    }
    if (response.getTransports) answer.transports = response.getTransports();
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment || undefined,
      response: answer,
      clientExtensionResults: credential.getClientExtensionResults(),
    };
  };
  const send = (credential) => {
    form.elements.credential.value = JSON.stringify(written(credential));
    form.requestSubmit();
  };

  // The browser offers what it has where the identifier is typed, until the person takes another way.
  const fillIn = async () => {
    if (!(await window.PublicKeyCredential?.isConditionalMediationAvailable?.())) return;
    const another = new AbortController();
    const { signal } = another;
    document.addEventListener('submit', (event) => event.target !== form && another.abort());
    const asked = await fetch(form.dataset.options, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal });
    if (!asked.ok) return;
    const publicKey = options(await asked.json());
    send(await navigator.credentials.get({ publicKey, mediation: 'conditional', signal }));
  };

  const askWhenPressed = () => {
    const button = form.querySelector('button');
    const show = (id) => {
      for (const each of ['unsupported', 'interrupted']) document.getElementById(each).hidden = each !== id;
    };
    if (!window.PublicKeyCredential) return show('unsupported');
    button.disabled = false;
    form.addEventListener('submit', async (event) => {
      if (form.elements.credential.value) return;
      event.preventDefault();
      event.stopPropagation();
      show();
      button.disabled = true;
      try {
        send(await navigator.credentials[form.dataset.passkey]({ publicKey: options(JSON.parse(form.dataset.options)) }));
      } catch {
        show('interrupted');
        button.disabled = false;
      }
    });
    window.addEventListener('pageshow', () => (button.disabled = false));
  };

  const fillsIn = form.dataset.passkey === 'fill-in';
  const offer = () => fillIn().catch(() => {});
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    form.elements.credential.value = '';
    if (fillsIn) offer();
  });
  if (fillsIn) offer();
  else askWhenPressed();
})();
