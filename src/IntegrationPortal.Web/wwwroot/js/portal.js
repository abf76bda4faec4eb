// Comfort only: every page works without this file.
(() => {
  'use strict';

  // A form goes once: the second click on a slow line does nothing. Coming back to the page frees it again.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post') return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    event.submitter?.setAttribute('aria-busy', 'true');
  });
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) {
      delete form.dataset.sent;
      form.querySelectorAll('[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
    }
  });

  // How many characters are left; said to screen readers only when it becomes tight.
  for (const area of document.querySelectorAll('textarea[maxlength]')) {
    const limit = document.getElementById(area.id + '-limit');
    if (!limit) continue;
    const tell = () => {
      const left = area.maxLength - area.value.length;
      limit.textContent = limit.dataset.left.replace('{n}', left.toLocaleString(document.documentElement.lang));
      limit.setAttribute('aria-live', left < 50 ? 'polite' : 'off');
    };
    area.addEventListener('input', tell);
  }

  // Sending is seeing: the preview follows what is ticked and written. It is drawn by the portal itself, never here.
  for (const form of document.querySelectorAll('form[data-live-preview]')) {
    let waiting;
    let asked = 0;
    const refresh = async () => {
      const mine = ++asked;
      const fields = new FormData(form);
      fields.set('do', 'preview');
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(fields) }).catch(() => null);
      if (answer?.ok) document.dispatchEvent(new Event('portal:heard'));
      if (!answer?.ok || mine !== asked) return;
      const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.portal-preview');
      if (drawn) document.querySelector('.portal-preview')?.replaceWith(drawn);
    };
    const soon = wait => { clearTimeout(waiting); waiting = setTimeout(refresh, wait); };
    form.addEventListener('change', () => soon(50));
    form.addEventListener('input', () => soon(700));
  }

  // The list of errors takes the focus, since the page came back because of it.
  document.querySelector('[data-focus]')?.focus();

  // An open menu closes with Escape and when something else is clicked.
  const menus = document.querySelectorAll('details.portal-menu');
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    for (const menu of menus) {
      if (!menu.open) continue;
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
  document.addEventListener('click', event => {
    for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
  });
})();
