// A certified OpenID provider (npm oidc-provider) as an organisation would run one. Prints its address. Whoever comes to its page names who they are and with
// how many factors they prove it, or says no; scopes are granted without asking, as an organisation does for its own programs.
import http from 'node:http';
import { Provider } from 'oidc-provider';

const [port, clientId, clientSecret] = process.argv.slice(2);
const address = `http://127.0.0.1:${port}`;

const provider = new Provider(address, {
  clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: ['http://127.0.0.1/back'], response_types: ['code'], grant_types: ['authorization_code'] }],
  claims: { openid: ['sub', 'amr', 'acr'] },
  conformIdTokenClaims: false,
  acrValues: ['urn:two'],
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (context, interaction) => `/interaction/${interaction.uid}` },
  cookies: { keys: ['for tests'] },
  findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  loadExistingGrant: async context => {
    const grant = new context.oidc.provider.Grant({ clientId, accountId: context.oidc.session.accountId });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});
// The portal of a test listens on a port that is known later.
provider.Client.prototype.redirectUriAllowed = uri => /^http:\/\/127\.0\.0\.1:\d+\/account\/login\/with\/[a-z0-9-]+\/back$/.test(uri);

const page = uid => `<!doctype html><html lang="de"><title>Stadt Musterstadt</title><h1>Stadt Musterstadt</h1><form method="post" action="/interaction/${uid}">
  <label>Kennung <input name="who"></label><label>Verfahren <input name="factors"></label><button name="deed" value="yes">Anmelden</button><button name="deed" value="no">Abbrechen</button></form>`;

const read = async request => {
  let body = '';
  for await (const chunk of request) body += chunk;
  return new URLSearchParams(body);
};

const answer = provider.callback();
const server = http.createServer(async (request, response) => {
  const uid = /^\/interaction\/([\w-]+)$/.exec(request.url)?.[1];
  if (!uid) return answer(request, response);
  if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return response.end(page(uid));
  }
  const form = await read(request);
  const amr = (form.get('factors') ?? '').split(' ').filter(factor => factor !== '');
  await provider.interactionFinished(request, response, form.get('deed') === 'no'
    ? { error: 'access_denied', error_description: 'said no' }
    : { login: { accountId: form.get('who'), ...(amr.length ? { amr } : {}), remember: true } });
});
server.listen(Number(port), '127.0.0.1', () => process.stdout.write(address + '\n'));
process.stdin.resume();
process.stdin.on('end', () => process.exit()); // Never outlives the tests, however they ended.
