// What a volunteer's phone keeps for the cellar: pages of the card and the form, and entries on their way. Both lie sealed with a key
// that no script can read out. Loaded by the pages and by the worker; wiped on sign-out.
const vault = (() => {
  'use strict';
  const NAME = 'mentoring';
  let connection;

  const db = () => connection ??= idb.openDB(NAME, 1, {
    upgrade(store) { for (const name of ['key', 'pages', 'entries']) store.createObjectStore(name); },
    // Another tab wipes: let go, or it would wait for this one.
    blocking() { close(); },
    terminated() { connection = undefined; },
  });

  const close = async () => {
    const open = connection;
    connection = undefined;
    (await open)?.close();
  };

  const key = async () => {
    const known = await (await db()).get('key', 'only');
    if (known) return known;
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    // Page and worker may both be first; one of them is.
    const turn = (await db()).transaction('key', 'readwrite');
    const first = await turn.store.get('only');
    if (!first) await turn.store.put(made, 'only');
    await turn.done;
    return first ?? made;
  };

  const put = async (store, name, value) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await key(), new TextEncoder().encode(JSON.stringify(value)));
    await (await db()).put(store, { iv, data }, name);
  };

  const unseal = async kept => kept &&
    JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, await key(), kept.data)));

  return {
    /** The day it is in Germany, as a date field writes it. */
    today: () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date()),
    // The pages of one person at a time.
    keepPage: async (path, page) => {
      const store = await db();
      if (await store.get('key', 'owner') !== page.owner) {
        await store.clear('pages');
        await store.put('key', page.owner, 'owner');
      }
      await put('pages', path, page);
    },
    page: async path => unseal(await (await db()).get('pages', path)),
    forgetPage: async path => (await db()).delete('pages', path),
    forgetPages: async () => (await db()).clear('pages'),
    keepEntry: entry => put('entries', entry.id, entry),
    removeEntry: async id => (await db()).delete('entries', id),
    entries: async () => {
      const all = await Promise.all((await (await db()).getAll('entries')).map(unseal));
      return all.sort((one, other) => one.at - other.at);
    },
    wipe: async () => { await close(); await idb.deleteDB(NAME); },
  };
})();
