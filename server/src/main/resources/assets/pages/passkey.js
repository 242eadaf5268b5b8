// Asks the browser for a passkey, or to make one, and sends what it answers (WebAuthn Level 3, §5.1).
(() => {
  const form = document.querySelector('form[data-passkey]');
  const button = form.querySelector('button');
  const show = (id) => {
    for (const each of ['unsupported', 'interrupted']) document.getElementById(each).hidden = each !== id;
  };
  if (!window.PublicKeyCredential) return show('unsupported');

  const bytes = (text) =>
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const known = (list) => list && list.map((each) => ({ ...each, id: bytes(each.id) }));

  const options = () => {
    const given = JSON.parse(form.dataset.options);
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

  button.disabled = false;
  form.addEventListener('submit', async (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    event.stopPropagation();
    show();
    button.disabled = true;
    try {
      const credential = await navigator.credentials[form.dataset.passkey]({ publicKey: options() });
      form.elements.credential.value = JSON.stringify(written(credential));
      form.requestSubmit();
    } catch {
      show('interrupted');
      button.disabled = false;
    }
  });
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    form.elements.credential.value = '';
    button.disabled = false;
  });
})();
