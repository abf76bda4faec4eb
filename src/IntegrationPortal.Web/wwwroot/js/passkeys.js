// Passkeys: the browser asks the device, and the form carries the answer. What needs that appears only where the browser can do it.
(() => {
  'use strict';
  const keys = window.PublicKeyCredential;
  if (!keys?.parseCreationOptionsFromJSON || !keys.parseRequestOptionsFromJSON) return;
  const make = form => navigator.credentials.create({ publicKey: keys.parseCreationOptionsFromJSON(JSON.parse(form.dataset.options)) });
  const use = async form => {
    const asked = await (await fetch(form.action)).json();
    form.elements.namedItem('State').value = asked.state;
    return navigator.credentials.get({ publicKey: keys.parseRequestOptionsFromJSON(JSON.parse(asked.options)) });
  };
  for (const missing of document.querySelectorAll('[data-passkey-missing]')) missing.hidden = true;
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const answer = form.elements.namedItem(form.dataset.passkey);
    const failed = form.querySelector('[data-passkey-failed]');
    let asking = false;
    form.hidden = false;
    form.addEventListener('submit', async event => {
      // Without what is to be filled in, the portal says so before the device is asked.
      if (answer.value || [...form.querySelectorAll('[aria-required="true"]')].some(field => !field.value.trim())) return;
      event.preventDefault();
      event.stopPropagation();
      if (asking) return;
      asking = true;
      failed.hidden = true;
      try {
        answer.value = JSON.stringify(await (form.dataset.options ? make(form) : use(form)));
        form.requestSubmit();
      } catch {
        failed.hidden = false;
      }
      asking = false;
    });
    // After going back the device is asked anew.
    window.addEventListener('pageshow', () => { answer.value = ''; });
  }
})();
