(() => {
  const on = (target, type, run) => target.addEventListener(type, run);
  const all = (selector) => document.querySelectorAll(selector);

  // A form is sent once. It is live again when its answer is given up, or left through the browser's history.
  const revive = (form) => {
    delete form.dataset.sent;
    form.querySelectorAll('button').forEach((button) => button.removeAttribute('aria-disabled'));
  };
  on(document, 'submit', (event) => {
    const form = event.target;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = 'yes';
    setTimeout(() => form.querySelectorAll('button').forEach((button) => button.setAttribute('aria-disabled', 'true')));
    setTimeout(revive, 10_000, form);
  });
  on(window, 'pageshow', (event) => event.persisted && all('form').forEach(revive));

  // Passwords can be looked at.
  all('input[data-show]').forEach((input) => {
    const button = document.createElement('button');
    const show = (shown) => {
      input.type = shown ? 'text' : 'password';
      button.setAttribute('aria-pressed', shown);
    };
    button.type = 'button';
    button.className = 'gh-reveal';
    button.setAttribute('aria-label', input.dataset.show);
    button.setAttribute('aria-controls', input.id);
    show(false);
    on(button, 'click', () => show(input.type === 'password'));
    on(input.form, 'submit', () => show(false));
    input.after(button);
  });

  // Whoever signs in through their enterprise needs no password here.
  all('form[data-enterprise]').forEach((form) => {
    const { identifier, password } = form.elements;
    let pause;
    const look = async () => {
      const email = identifier.value.trim();
      const asked = /.@.+\.../.test(email) && (await fetch(`${form.dataset.enterprise}&email=${encodeURIComponent(email)}`));
      const known = asked && asked.ok && (await asked.json()).connectorIds.length;
      if (email === identifier.value.trim()) password.closest('.gh-field').hidden = known;
    };
    on(identifier, 'input', () => {
      clearTimeout(pause);
      pause = setTimeout(() => look().catch(() => {}), 300);
    });
  });

  // A code may be pasted with whatever stands around it; the sixth digit sends it, as the page says.
  all('input[data-digits]').forEach((input) => {
    const length = Number(input.dataset.digits);
    const hint = document.getElementById(input.dataset.hint);
    if (hint) hint.hidden = false;
    on(input, 'paste', (event) => {
      const digits = (event.clipboardData.getData('text').match(/\d/g) || []).join('');
      if (digits.length < length) return;
      event.preventDefault();
      input.value = digits.slice(0, length);
      input.dispatchEvent(new Event('input'));
    });
    on(input, 'input', () => {
      if (input.value.replace(/[\s-]/g, '').length === length && input.form.checkValidity()) input.form.requestSubmit();
    });
  });

  // When another code can be asked for. The server keeps to it by itself.
  all('[data-then] time').forEach((time) => {
    const hint = time.parentElement;
    const button = hint.closest('form').querySelector('button');
    const end = Date.now() + Number(time.dateTime.replace(/\D/g, '')) * 1000;
    button.disabled = true;
    const ticking = setInterval(() => {
      const left = Math.ceil((end - Date.now()) / 1000);
      if (left > 0) return (time.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`);
      clearInterval(ticking);
      hint.textContent = hint.dataset.then;
      button.disabled = false;
    }, 1000);
  });

  // What is to be kept can be copied, where the browser lets a page do that.
  if (navigator.clipboard) all('button[data-copy]').forEach((button) => {
    button.hidden = false;
    on(button, 'click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.copied;
    });
  });

  // Signed out here: on once every application's frame has loaded, or after a while.
  all('a[data-after-frames]').forEach((link) => {
    const go = () => location.replace(link.href);
    on(window, 'load', go);
    setTimeout(go, 4000);
  });

  // Pages that only pass something on.
  all('form[data-forward]').forEach((form) => HTMLFormElement.prototype.submit.call(form));
})();
