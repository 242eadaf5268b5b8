(async () => {
  // The demo application signs in as any single-page application does, and shows who has come.
  const application = 'demo-app';
  const here = location.origin + location.pathname;
  const provider = here.slice(0, -'/demo-app'.length) + '/oidc';
  const page = document.querySelector('[data-demo]');
  const show = (name) => page.querySelectorAll('[data-when]').forEach((part) => (part.hidden = part.dataset.when !== name));
  const base64url = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
  const claimsOf = (token) => JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))));

  async function begin() {
    const kept = { state: random(), nonce: random(), verifier: random() };
    sessionStorage.setItem(application, JSON.stringify(kept));
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(kept.verifier));
    location.replace(provider + '/auth?' + new URLSearchParams({
      client_id: application,
      redirect_uri: here,
      response_type: 'code',
      scope: 'openid profile email phone',
      state: kept.state,
      nonce: kept.nonce,
      code_challenge: base64url(new Uint8Array(digest)),
      code_challenge_method: 'S256',
    }));
  }

  async function finish(code, state) {
    const kept = JSON.parse(sessionStorage.getItem(application) ?? '{}');
    sessionStorage.removeItem(application);
    history.replaceState(null, '', here);
    if (!state || state !== kept.state) throw new Error('state');
    const answer = await fetch(provider + '/token', {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'authorization_code', client_id: application, redirect_uri: here, code, code_verifier: kept.verifier }),
    });
    const tokens = await answer.json();
    if (!answer.ok) throw new Error(tokens.error_description ?? tokens.error);
    const claims = claimsOf(tokens.id_token);
    if (claims.nonce !== kept.nonce) throw new Error('nonce');
    const list = page.querySelector('dl');
    for (const [name, value] of Object.entries(claims)) {
      const [term, detail] = [document.createElement('dt'), document.createElement('dd')];
      term.textContent = name;
      detail.textContent = typeof value === 'object' ? JSON.stringify(value) : value;
      list.append(term, detail);
    }
    page.querySelector('[data-out]').href = provider + '/session/end?' + new URLSearchParams({ id_token_hint: tokens.id_token, client_id: application, post_logout_redirect_uri: here });
    show('in');
  }

  const query = new URLSearchParams(location.search);
  try {
    if (query.has('error')) throw new Error(query.get('error_description') ?? query.get('error'));
    if (query.has('code')) await finish(query.get('code'), query.get('state'));
    else await begin();
  } catch (cause) {
    page.querySelector('[data-why]').textContent = cause.message;
    history.replaceState(null, '', here);
    show('failed');
  }
})();
