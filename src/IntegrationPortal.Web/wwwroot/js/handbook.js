// Search as you type. The form works without this file; the answer is the part of the same page.
(() => {
  'use strict';
  const form = document.querySelector('form[data-handbook-search]');
  const field = form?.elements.namedItem('q');
  if (!field || !document.querySelector('[data-handbook-found]')) return;
  let waiting;
  let asked = 0;
  const search = async () => {
    const mine = ++asked;
    const address = form.action + '?' + new URLSearchParams(new FormData(form));
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok || mine !== asked) return;
    const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-handbook-found]');
    const shown = document.querySelector('[data-handbook-found]');
    if (!drawn) return;
    // The count is a status: it is said because its words change, and so it stays while the list is replaced.
    const status = shown.querySelector('[role="status"]');
    const fresh = drawn.querySelector('[role="status"]');
    if (status && fresh) {
      status.textContent = fresh.textContent;
      fresh.replaceWith(status);
    }
    shown.replaceChildren(...drawn.childNodes);
    history.replaceState(null, '', address);
  };
  const soon = wait => { clearTimeout(waiting); waiting = setTimeout(search, wait); };
  field.addEventListener('input', () => soon(250));
  form.addEventListener('change', event => { if (event.target !== field) soon(0); });
})();
