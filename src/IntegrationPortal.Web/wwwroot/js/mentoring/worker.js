// Lets the mentoring card and the form for a meeting open without a network. Asks the network first, always: what is kept is only for
// when there is none. The portal says with a header which pages may be kept, and for whom.
importScripts('/lib/idb/umd.js', '/js/mentoring/vault.js');

const ASSETS = 'mentoring-assets';
const KEEP = 'Portal-Keep';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (/^\/(css|js|lib|fonts)\/|^\/favicon|\.webmanifest$/.test(url.pathname)) event.respondWith(asset(request));
  else if (/^\/mentoring(\/|$)/.test(url.pathname)) event.respondWith(page(request, url));
});

// Signing out: nothing that is still on its way may be written after everything was deleted.
self.addEventListener('message', event => {
  if (event.data === 'stop') event.waitUntil(stop(event.ports[0]));
});

let stopped = false;
const writing = new Set();

async function stop(answer) {
  stopped = true;
  // An answer that stalls on its way is not waited for; once it is there, it is not kept.
  await Promise.race([Promise.allSettled(writing), new Promise(done => setTimeout(done, 2000))]);
  await caches.delete(ASSETS).catch(() => {});
  answer.postMessage('stopped');
}

// What the phone cannot keep it shows all the same: there is no card in the cellar then, but there is one above.
async function write(work) {
  if (stopped) return;
  const written = work().catch(() => {});
  writing.add(written);
  await written;
  writing.delete(written);
}

async function asset(request) {
  try {
    const answer = await fetch(request);
    const copy = answer.clone();
    if (answer.ok) await write(async () => (await caches.open(ASSETS)).put(request, copy));
    return answer;
  } catch (gone) {
    const kept = await caches.match(request);
    if (kept) return kept;
    throw gone;
  }
}

// The form for a meeting is kept in usual and in plain words.
const wordings = ['', '?plain=yes', '?plain=no'];

async function page(request, url) {
  const path = url.pathname + (wordings.includes(url.search) ? url.search : '');
  try {
    const answer = await fetch(request);
    const owner = answer.headers.get(KEEP);
    const copy = answer.clone();
    if (answer.ok && !answer.redirected && owner) await write(() => keep(path, owner, copy));
    // Not there any more, or not for this person any more: what was kept would be a lie.
    else if (answer.status === 404 || answer.status === 403) await write(() => Promise.all(wordings.map(words => vault.forgetPage(url.pathname + words))));
    return answer;
  } catch (gone) {
    const kept = await vault.page(path);
    if (!kept) throw gone;
    // The page has the days of when it was kept; its script asks (js/mentoring/queue.js).
    const html = kept.html.replace('<html', `<html data-kept-on="${kept.day ?? ''}"`);
    return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': kept.policy } });
  }
}

async function keep(path, owner, answer) {
  const html = await answer.text();
  if (stopped) return;
  await vault.keepPage(path, { owner, day: vault.today(), html, policy: answer.headers.get('Content-Security-Policy') ?? "default-src 'none'" });
}
