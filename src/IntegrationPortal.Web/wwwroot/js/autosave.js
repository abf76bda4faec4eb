// A draft saves itself a moment after the last key, so that nothing is lost when somebody is called away. Without this file the button saves.
(() => {
  'use strict';
  const form = document.querySelector('form[data-autosave]');
  const status = form?.querySelector('[data-autosave-status]');
  if (!form || !status) return;
  const version = form.elements.namedItem('Form.Version');
  let timer;
  let changed = false;
  let stopped = false;

  async function save() {
    changed = false;
    status.textContent = form.dataset.saving;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'application/json' }, redirect: 'manual' });
      const said = await answer.json().catch(() => ({}));
      if (!answer.ok) throw new Error(said.message ?? String(answer.status));
      version.value = said.version;
      status.textContent = form.dataset.saved.replace('{t}', new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }));
    } catch (failed) {
      // Somebody else has saved, or a field is not as it should be: the button shows it at its place. Without a network it is tried again.
      stopped = !(failed instanceof TypeError);
      status.textContent = form.dataset.failed.replace('{m}', stopped ? failed.message : form.dataset.offline);
      changed = true;
    }
  }

  form.addEventListener('input', () => {
    changed = true;
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => navigator.locks.request('autosave', save), 2000);
  });
  form.addEventListener('submit', () => { changed = false; clearTimeout(timer); });
  window.addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });
})();
