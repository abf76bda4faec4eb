// A real SMTP server for tests. Prints its port, then every mail it takes, as JSON lines; to a line it reads it answers with an
// empty object, behind all mails taken so far.
// Recipients decide what happens: never@… is refused for good, later-2@… is put off twice, slow-1@… is taken after three seconds, once.
import { createRequire } from 'node:module';

const [packageJson, port = '0', password = ''] = process.argv.slice(2);
const { SMTPServer } = createRequire(packageJson)('smtp-server');

const say = line => process.stdout.write(JSON.stringify(line) + '\n');
const tries = new Map();
const refusal = (code, words) => Object.assign(new Error(words), { responseCode: code });

const server = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  authOptional: password === '',
  allowInsecureAuth: true,
  logger: false,
  onAuth: (auth, session, done) =>
    auth.password === password ? done(null, { user: auth.username }) : done(refusal(535, 'wrong password')),
  onRcptTo: ({ address }, session, done) => {
    const name = address.split('@')[0];
    if (name.startsWith('never')) return done(refusal(550, `no such user ${address}`));
    const putOff = /^later-(\d+)/.exec(name);
    const count = (tries.get(address) ?? 0) + 1;
    tries.set(address, count);
    const slow = /^slow-(\d+)/.exec(name);
    if (slow && count <= Number(slow[1])) return setTimeout(done, 3000);
    return putOff && count <= Number(putOff[1]) ? done(refusal(451, `try ${address} again`)) : done();
  },
  onData: (stream, session, done) => {
    const chunks = [];
    stream.on('data', chunk => chunks.push(chunk));
    stream.on('end', () => {
      say({ to: session.envelope.rcptTo.map(r => r.address), raw: Buffer.concat(chunks).toString('utf8') });
      done();
    });
  },
});
server.on('error', () => {});
server.listen(Number(port), '127.0.0.1', () => say({ port: server.server.address().port }));
process.stdin.on('data', () => say({}));
process.stdin.on('end', () => process.exit()); // Never outlives the tests, however they ended.
