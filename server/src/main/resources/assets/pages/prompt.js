// Google's prompt on the page itself: the account that is picked in it is sent like a form.
(() => {
  const form = document.querySelector('form[data-prompt]');
  const script = document.createElement('script');
  script.src = 'https://accounts.google.com/gsi/client';
  script.nonce = document.currentScript.nonce;
  script.onload = () => {
    const { id } = window.google.accounts;
    id.initialize({
      ...JSON.parse(form.dataset.prompt),
      callback: ({ credential }) => {
        form.elements.credential.value = credential;
        form.requestSubmit();
      },
    });
    id.prompt();
  };
  document.head.append(script);
})();
