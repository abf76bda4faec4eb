// A draft saves itself a moment after the last key, so that nothing is lost when somebody is called away. Without this file the button saves.
(() => {
  'use strict';
  const form = document.querySelector('form[data-autosave=yes]');
  const status = form?.querySelector('[data-autosave-status]');
  if (!form || !status) return;
  const version = form.elements.namedItem('Form.Version');
  const pause = 2_000;
  const pauseAfterFailure = 15_000;
  let timer;
  let saving;
  let changed = false;
  let stopped = false;

  async function save() {
    changed = false;
    status.textContent = form.dataset.saving;
    const failed = await send();
    if (failed === undefined) {
      status.textContent = form.dataset.saved.replace('{t}', new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }));
      return;
    }
    changed = true;
    status.textContent = form.dataset.failed.replace('{m}', failed);
    if (!stopped) start(pauseAfterFailure);
  }

  // Why it was not saved, in words; undefined when it was.
  async function send() {
    let answer;
    try {
      answer = await fetch(form.action, {
        method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'application/json' }, redirect: 'manual', signal: AbortSignal.timeout(15_000),
      });
    } catch {
      return form.dataset.offline;
    }
    const said = await answer.json().catch(() => ({}));
    if (answer.ok && said.version !== undefined) {
      version.value = said.version;
      document.dispatchEvent(new Event('portal:heard'));
      return undefined;
    }
    // Somebody else has saved, or a field is not as it should be: the button shows it at its place.
    stopped = [409, 422].includes(answer.status);
    if (stopped && said.message) return said.message;
    // The way to the sign-in page is not followed.
    return answer.type === 'opaqueredirect' || answer.status === 401 ? form.dataset.signin : form.dataset.trouble;
  }

  function start(after) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // One at a time: the next one has to send the version that this one brings.
      if (saving) return start(pause);
      saving = save().finally(() => { saving = undefined; });
    }, after);
  }

  form.addEventListener('input', () => {
    changed = true;
    if (!stopped) start(pause);
  });
  form.addEventListener('submit', event => {
    clearTimeout(timer);
    if (!saving) {
      changed = false;
      return;
    }
    // The button, too, sends the version that comes with the answer.
    event.preventDefault();
    event.stopImmediatePropagation();
    const { submitter } = event;
    saving.then(() => form.requestSubmit(submitter));
  }, true);
  window.addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });
})();
