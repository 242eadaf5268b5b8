// Shows that a person is here: the provider's widget hands out a token, the server has it checked, and only then the
// form goes, so that nothing typed is lost where the check fails.
(() => {
  const place = document.querySelector('[data-captcha]');
  const { captcha: kind, siteKey, script, language, check } = place.dataset;
  const { nonce } = document.currentScript;
  const light = document.documentElement.dataset.theme === 'light';
  const dark = !light && matchMedia('(prefers-color-scheme: dark)').matches;
  const theme = dark ? 'dark' : 'light';
  const narrow = place.clientWidth < 304;
  let token = '';
  let waiting;
  let passed = false;
  let reset = () => {};

  const say = (what) => {
    for (const each of ['solve', 'failed', 'unreachable']) document.getElementById(`captcha-${each}`).hidden = each !== what;
  };
  const stop = (what) => {
    if (waiting) waiting.form.removeAttribute('aria-busy');
    waiting = undefined;
    say(what);
  };

  const send = async () => {
    const { form, submitter } = waiting;
    const fields = new URLSearchParams({ captcha: token, form_token: form.elements.form_token.value });
    token = '';
    say();
    try {
      const answer = await fetch(check, { method: 'POST', body: fields });
      if (answer.status === 422) {
        reset();
        return stop('failed');
      }
    } catch {
      reset();
      return stop('unreachable');
    }
    // Whatever else the server has said, it says again about the form.
    passed = true;
    stop();
    form.requestSubmit(submitter);
  };

  const callbacks = {
    sitekey: siteKey,
    theme,
    callback: (given) => {
      token = given;
      if (waiting) send();
    },
    'expired-callback': () => { token = ''; },
    'error-callback': () => {
      token = '';
      stop('unreachable');
      return true;
    },
  };
  const widgets = {
    turnstile: {
      address: script,
      show: () => {
        const id = window.turnstile.render(place, { ...callbacks, language, size: narrow ? 'compact' : 'flexible', 'response-field': false });
        reset = () => window.turnstile.reset(id);
      },
      ask: () => say('solve'),
    },
    checkbox: {
      address: `${script}?render=explicit&hl=${language}`,
      show: () => {
        const id = window.grecaptcha.enterprise.render(place, { ...callbacks, size: narrow ? 'compact' : 'normal' });
        reset = () => window.grecaptcha.enterprise.reset(id);
      },
      ask: () => say('solve'),
    },
    invisible: {
      address: `${script}?render=${encodeURIComponent(siteKey)}&hl=${language}`,
      show: () => {},
      ask: () =>
        window.grecaptcha.enterprise
          .execute(siteKey, { action: 'sign_in' })
          .then(callbacks.callback, callbacks['error-callback']),
    },
  };
  const widget = widgets[kind];
  const shown = new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = widget.address;
    element.nonce = nonce;
    element.onload = resolve;
    element.onerror = reject;
    document.head.append(element);
  })
    .then(() => kind === 'turnstile' || new Promise((ready) => { window.grecaptcha.enterprise.ready(ready); }))
    .then(widget.show);
  shown.catch(() => say('unreachable'));

  const ask = async (form, submitter) => {
    waiting = { form, submitter };
    form.setAttribute('aria-busy', 'true');
    try {
      await shown;
    } catch {
      return stop('unreachable');
    }
    if (token) send();
    else widget.ask();
  };

  document.querySelectorAll('form[data-for-people]').forEach((form) => form.addEventListener('submit', (event) => {
    // Buttons that lead to somebody else's sign-in are not held up.
    if (passed || (event.submitter && event.submitter.hasAttribute('formaction'))) return;
    event.preventDefault();
    event.stopPropagation();
    if (!waiting) ask(form, event.submitter);
  }));
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    passed = false;
    token = '';
    stop();
    reset();
  });
})();
