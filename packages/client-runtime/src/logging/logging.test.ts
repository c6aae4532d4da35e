import { describe, expect, it } from 'vitest';
import { jsonBody, logTo, method, warnOnce } from '../index.ts';
import { clientWith, getUser, type Loose } from '../testing/client.ts';
import { REDACTED, redactHeaders, redactUrl } from './redact.ts';

/** A logger that keeps its lines. */
function keeping() {
  const lines: { readonly level: string; readonly message: string; readonly details: object }[] = [];
  const at = (level: string) => (message: string, details: object) =>
    void lines.push({ level, message, details });
  return { lines, logger: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } };
}

describe('a log', () => {
  it('tells requests, answers, retries and failures', async () => {
    const { lines, logger } = keeping();
    const answers = [
      new Response(null, { status: 503, headers: { 'retry-after': '0' } }),
      new Response(null, { status: 404 }),
    ];
    const { client } = clientWith(() => answers.shift() ?? Response.error(), { logger: logTo(logger) });
    await getUser(client, { id: 1 }).catch(() => {});
    expect(lines.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'debug: GET /users/{id}',
      'debug: GET /users/{id} answered 503',
      'warn: GET /users/{id} is sent again',
      'debug: GET /users/{id}',
      'debug: GET /users/{id} answered 404',
      'error: GET /users/{id} failed',
    ]);
    expect(lines[2]?.details).toEqual({ attempt: 1, delay: 0, why: 'answered 503' });
  });

  it('tells no secret', async () => {
    const { lines, logger } = keeping();
    const auth = { oauth2: 'hush1', key: 'hush2', session: 'hush3', header: 'hush4' };
    const { client, last } = clientWith(() => Response.json({}, { headers: { 'set-cookie': 'sid=hush5' } }), {
      auth,
      logger: logTo(logger, { redact: ['X-Mine'] }),
    });
    const guarded = method<Loose>('POST /x', {
      security: [['oauth2', 'key', 'session', 'header']],
      body: { write: jsonBody },
    });
    await guarded(
      client,
      { body: { password: 'hush6' } },
      { headers: { 'x-mine': 'hush7', 'x-other': 'shown' } },
    );
    expect(`${last().url} ${[...last().headers].join()}`).toMatch(/hush1.*hush4/s);
    const logged = JSON.stringify(lines);
    expect(logged).not.toContain('hush');
    expect(logged).toContain('shown');
  });

  it('tells once of each deprecated method, by client', async () => {
    const { lines, logger } = keeping();
    const old = method<Loose>('GET /old', { deprecated: warnOnce });
    const { client } = clientWith(undefined, { logger: logTo(logger) });
    await Promise.all([old(client), old(client)]);
    await method<Loose>('GET /older', { deprecated: warnOnce })(client);
    expect(lines.filter(({ level }) => level === 'warn').map(({ message }) => message)).toEqual([
      'GET /old is deprecated',
      'GET /older is deprecated',
    ]);
    await old(clientWith(undefined, { logger: logTo(logger) }).client);
    expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(3);
  });
});

describe('redaction', () => {
  it.each([
    ['https://a.example/x?api%20key=s&a=b', `https://a.example/x?api%20key=${REDACTED}&a=b`],
    ['https://a.example/x?api_key=s&a=b', `https://a.example/x?api_key=${REDACTED}&a=b`],
    ['https://a.example/x?client_secret=s', `https://a.example/x?client_secret=${REDACTED}`],
    ['https://a.example/x?a=b?token=s', 'https://a.example/x?a=b?token=s'],
    ['https://a.example/x?access%5Ftoken=s', `https://a.example/x?access%5Ftoken=${REDACTED}`],
    ['https://u:p@a.example/x', `https://${REDACTED}@a.example/x`],
    ['https://a.example/x?%=1&token', 'https://a.example/x?%=1&token'],
  ])('of %s', (url, want) => {
    expect(redactUrl(url)).toBe(want);
  });

  it('of headers, and of the URLs of links', () => {
    const headers = new Headers({
      authorization: 's',
      'set-cookie': 's',
      'x-api-key': 's',
      'x-csrf-token': 's',
      link: '<https://a.example/x?token=s>; rel="next"',
      etag: 'e',
    });
    const redacted = redactHeaders(headers);
    expect(Object.entries(redacted).filter(([, value]) => value === REDACTED)).toHaveLength(4);
    expect(redacted).toMatchObject({
      etag: 'e',
      link: `<https://a.example/x?token=${REDACTED}>; rel="next"`,
    });
  });
});
