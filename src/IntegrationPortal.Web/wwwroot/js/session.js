// Says two minutes before a session ends that it will, and lets its reader stay. The portal ends it, with or without this file.
(() => {
  'use strict';
  const bar = document.querySelector('.portal-session');
  // A page that was kept on a phone comes from no session.
  if (!bar || document.documentElement.dataset.keptOn !== undefined) return;
  const [status, stay, again] = bar.children;
  const idle = bar.dataset.idle * 1000;
  const early = 120_000;
  const tabs = new BroadcastChannel('portal-session');
  let heard = Date.now();
  let last = heard + bar.dataset.most * 1000;
  let told = '';
  let before;

  // Asked again and again and by the clock on the wall, since a computer that sleeps counts no seconds.
  function look() {
    const end = Math.min(heard + idle, last);
    const left = end - Date.now();
    tell(left > early ? '' : left <= 0 ? 'over' : end === last ? 'last' : 'soon', end);
  }

  function tell(what, end) {
    if (what === told) return;
    told = what;
    const time = new Date(end).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
    status.textContent = what ? bar.dataset[what].replace('{t}', time) : '';
    stay.hidden = what !== 'soon' && what !== 'offline';
    again.hidden = what !== 'over';
    bar.toggleAttribute('data-open', what !== '');
  }

  // Every answer of the portal renews the session, whichever tab it came to.
  function renewed() {
    heard = Date.now();
    tabs.postMessage(last);
  }

  stay.addEventListener('focus', event => { before = event.relatedTarget; });
  stay.addEventListener('click', async () => {
    try {
      const answer = await fetch('/account', { redirect: 'manual' });
      if (answer.ok) renewed();
      else heard = 0;
      tell(answer.ok ? 'stays' : 'over', last);
      (answer.ok ? before : again)?.focus();
    } catch {
      tell('offline', last);
    }
  });
  tabs.addEventListener('message', ({ data }) => {
    heard = Date.now();
    last = Math.max(last, data);
    look();
  });
  document.addEventListener('portal:heard', renewed);
  document.addEventListener('visibilitychange', look);
  setInterval(look, 10_000);
  renewed();
})();
