// Entries are first kept on the phone and then sent; they leave it only when the portal has answered with their id. Sent twice they
// arrive once, because the phone makes the id. Without this file each form is an ordinary form.
(() => {
  'use strict';
  const line = document.getElementById('mentoring-queue');
  if (!line || !window.isSecureContext || !navigator.serviceWorker || !window.indexedDB) return;
  const { owner } = line.dataset;
  const [status, signIn, refusals] = line.children;
  const pauses = [2, 5, 15, 60, 300];
  // One tab sends at a time, so a request that nobody answers would hold up all others. What arrived nevertheless arrives once.
  const patience = () => AbortSignal.timeout(15_000);
  let tries = 0;
  let timer;

  const mine = async () => (await vault.entries()).filter(entry => entry.owner === owner);
  const text = (name, number) => (line.dataset[name] ?? '').replace('{n}', number);

  async function tell(state) {
    const entries = await mine();
    const waiting = entries.filter(entry => !entry.refused).length;
    status.textContent = waiting === 0 ? '' : `${text(waiting === 1 ? 'one' : 'many', waiting)} ${text(state)}`;
    signIn.hidden = waiting === 0 || state !== 'signin';
    refusals.replaceChildren(...entries.filter(entry => entry.refused).map(refusal));
    line.hidden = entries.length === 0;
  }

  // Never dropped: the volunteer reads why, sees what was written, and decides.
  function refusal(entry) {
    const item = document.createElement('li');
    const why = document.createElement('p');
    why.textContent = `${text('refused')} ${entry.refused}`;
    const written = document.createElement('p');
    written.dir = 'auto';
    written.textContent = entry.written;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'kern-btn kern-btn--secondary';
    button.textContent = text('discard');
    button.addEventListener('click', async () => { await vault.removeEntry(entry.id); await tell('later'); });
    item.append(why, written, button);
    return item;
  }

  // One tab sends at a time.
  const flush = () => navigator.locks.request('mentoring-queue', send);

  /** Sends what waits; answers with where the portal would go on after each entry that arrived. */
  async function send() {
    clearTimeout(timer);
    const next = new Map();
    let state = 'later';
    try {
      for (const entry of (await mine()).filter(e => !e.refused)) {
        const token = await freshToken();
        if (!token) { state = 'signin'; break; }
        const answer = await fetch(entry.action, {
          method: 'POST',
          redirect: 'manual',
          signal: patience(),
          headers: { Accept: 'application/json', RequestVerificationToken: token },
          body: new URLSearchParams(entry.fields),
        });
        const said = await answer.json().catch(() => ({}));
        if (answer.ok && said.id === entry.id) {
          await vault.removeEntry(entry.id);
          next.set(entry.id, said.next);
        } else if ([400, 403, 404, 409, 413, 422].includes(answer.status)) {
          await vault.keepEntry({ ...entry, refused: said.message ?? text('gone') });
        } else {
          throw new Error(`answered with ${answer.status}`);
        }
      }
      tries = 0;
    } catch {
      // No network, or the portal is not well: again, less and less often.
      timer = setTimeout(flush, 1000 * pauses[Math.min(tries++, pauses.length - 1)]);
    }
    await tell(state);
    return next;
  }

  // The one of a kept page may be old, or of a sign-in that has lapsed.
  async function freshToken() {
    const answer = await fetch('/mentoring/token', { redirect: 'manual', signal: patience(), headers: { Accept: 'application/json' } });
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) return null;
    if (!answer.ok) throw new Error(`answered with ${answer.status}`);
    const said = await answer.json();
    return said.owner === owner ? said.token : null;
  }

  const form = document.querySelector('form[data-queue]');
  // A kept page, and one that the back button shows again, has the id of an entry that may be stored already.
  const newId = () => { form.elements.namedItem('Form.Id').value = crypto.randomUUID(); };
  // What was drawn on Monday offers no later day, when it is opened without a network on Wednesday or has lain open since.
  const drawnOn = document.documentElement.dataset.keptOn ?? vault.today();
  const renewDay = () => {
    const heldOn = form.elements.namedItem('Form.HeldOn');
    const today = vault.today();
    if (!heldOn || today <= drawnOn) return;
    const untouched = heldOn.value === heldOn.defaultValue && heldOn.defaultValue === heldOn.max;
    heldOn.max = today;
    if (untouched) heldOn.defaultValue = heldOn.value = today;
  };
  if (form) {
    // As the volunteer chose it, in case it cannot be sent.
    const inWords = () => [...form.elements].map(field =>
      field.type === 'hidden' || field.tagName === 'BUTTON' || field.tagName === 'FIELDSET' ? ''
      : ['checkbox', 'radio'].includes(field.type) ? (field.checked ? field.labels[0].innerText : '')
      : field.tagName === 'SELECT' ? field.selectedOptions[0].text : field.value).filter(Boolean).join(' · ');
    newId();
    renewDay();
    window.addEventListener('pageshow', event => { if (event.persisted) { newId(); renewDay(); } });
    document.addEventListener('visibilitychange', () => { if (!document.hidden) renewDay(); });
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const fields = [...new FormData(form)].filter(([name]) => name !== '__RequestVerificationToken');
      const id = form.elements.namedItem('Form.Id').value;
      try {
        await vault.keepEntry({ id, owner, at: Date.now(), action: form.getAttribute('action'), fields, written: inWords() });
      } catch {
        // Nothing can be kept here (a full phone, a private window): then as an ordinary form.
        form.submit();
        return;
      }
      const next = await Promise.race([flush(), new Promise(done => setTimeout(() => done(new Map()), 3000))]);
      if (!(await mine()).find(entry => entry.id === id)?.refused) {
        location.assign(next.get(id) ?? form.dataset.queue);
        return;
      }
      // The portal says at the fields what is missing, as without this file; what was typed stays.
      await vault.removeEntry(id);
      form.submit();
    });
  }

  // Under another hat the cards are no longer one's own to see; what is on its way goes on waiting.
  document.addEventListener('submit', async event => {
    const changing = event.target;
    if (changing.getAttribute('action') !== '/account/hat') return;
    const hat = event.submitter;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (hat?.name) changing.append(Object.assign(document.createElement('input'), { type: 'hidden', name: hat.name, value: hat.value }));
    try {
      await stopWorker();
      await vault.forgetPages();
    } catch {
      // A phone that cannot even delete (a private window, a damaged store) keeps nobody from going on.
    } finally {
      changing.submit();
    }
  }, true);

  // Signing out takes everything with it; the volunteer is asked first. What somebody else has written here stays sealed.
  let wiping = false;
  document.addEventListener('submit', async event => {
    const leaving = event.target;
    if (leaving.getAttribute('action') !== '/account/logout') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // A second click is no way around the wiping; the first one leaves when it is done.
    if (wiping) return;
    const own = await mine().catch(() => []);
    if (own.length > 0 && !confirm(text(own.length === 1 ? 'leaveone' : 'leave', own.length))) return;
    wiping = true;
    try {
      await stopWorker();
      const others = (await vault.entries()).length - own.length;
      if (others > 0) for (const entry of own) await vault.removeEntry(entry.id);
      await (others > 0 ? vault.forgetPages() : vault.wipe());
    } catch {
      // As with a hat: whoever wants to leave is not kept signed in.
    } finally {
      wiping = false;
      leaving.submit();
    }
  }, true);

  // The worker finishes what it is writing, deletes its cache and is gone. One that does not answer keeps nobody: it writes nothing any more.
  async function stopWorker() {
    const registration = await navigator.serviceWorker.getRegistration('/mentoring');
    if (!registration?.active) return;
    const { port1, port2 } = new MessageChannel();
    const stopped = new Promise(done => { port1.onmessage = done; });
    registration.active.postMessage('stop', [port2]);
    await Promise.race([stopped, new Promise(done => setTimeout(done, 3000))]);
    await registration.unregister();
  }

  // What the card and the forms need, fetched through the worker before the stairs to the cellar. Other pages are not its business.
  async function ahead() {
    if (!/^\/mentoring(\/|$)/.test(location.pathname)) return;
    await navigator.serviceWorker.register('/mentoring/worker.js', { scope: '/mentoring' });
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
    const cards = [...document.querySelectorAll('main a[href^="/mentoring/tandems/"]')].map(link => link.pathname);
    const forms = cards.filter(path => path.endsWith('/sessions/new')).flatMap(path => [path.replace('/sessions/', '/concerns/'), `${path}?plain=yes`, `${path}?plain=no`]);
    const parts = [...document.querySelectorAll('link[rel=stylesheet], link[rel=preload], link[rel=icon], script[src]')].map(part => part.href || part.src);
    for (const address of new Set([location.pathname, ...cards, ...forms, ...parts])) await fetch(address).catch(() => null);
    document.documentElement.dataset.kept = 'yes';
  }

  window.addEventListener('online', () => { tries = 0; flush(); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) flush(); });
  tell('later').finally(flush);
  ahead();
})();
