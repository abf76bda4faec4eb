// Plain or usual words for the form on this page. Only the words change: what was typed stays, and without a network they come from what
// the phone has kept. Without this file the switch is an ordinary form.
(() => {
  'use strict';
  const choice = document.getElementById('plain-words');
  if (!choice) return;
  const main = document.querySelector('main');

  const alike = (here, there) => here.nodeName === there?.nodeName && here.childNodes.length === there.childNodes.length
    && [...here.childNodes].every((node, i) => alike(node, there.childNodes[i]));

  const say = (here, there) => {
    if (here.nodeType === Node.TEXT_NODE) {
      if (here.data !== there.data) here.data = there.data;
    } else here.childNodes.forEach((node, i) => say(node, there.childNodes[i]));
  };

  choice.addEventListener('submit', async event => {
    event.preventDefault();
    const { plain } = choice.elements;
    const answer = await fetch(`${location.pathname}?plain=${plain.value}`).catch(() => null);
    // Nothing kept and no network: the words stay as they are.
    if (!answer) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const other = page.querySelector('main');
    // Errors are shown, or somebody signed out: then as an ordinary form.
    if (!answer.ok || !alike(main, other)) return choice.submit();
    say(main, other);
    document.title = page.title;
    const chosen = new URLSearchParams(new FormData(choice));
    plain.value = other.querySelector('#plain-words input[name=plain]').value;
    fetch(choice.action, { method: 'POST', body: chosen, redirect: 'manual' }).catch(() => null);
  });
})();
