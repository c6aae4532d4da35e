import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../answer/answer.ts';
import { type Contract, openContract } from '../contract.ts';
import type { Problem } from '../problem.ts';
import type { Provider } from '../provider/provider.ts';
import type { CheckedRequest } from '../request/check-request.ts';
import { refuseConnection } from './bad-client.ts';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.ts';
import { DEFAULTS, type ServerOptions } from './options.ts';
import { readBody } from './read-body.ts';
import { createRecorder, type Exchange } from './record.ts';
import { type Responded, type Responder, refusal, respond } from './respond.ts';
import { createCounter, createScript, type ScriptedAnswer } from './script.ts';

/** A running server. */
export interface ContractServer {
  /** Where a client's requests go: the address, with the path of the provider's first server. */
  readonly url: string;
  readonly port: number;
  readonly contract: Contract;
  /** What came, the oldest first; the latest alone, where there are very many. */
  readonly requests: readonly Exchange[];
  /**
   * Says what an operation answers, in this order: by its key (`GET /users/{id}`), its operationId, or `*` for any.
   * Requests are checked first, as ever. An answer is given `times` times, and without that from now on.
   */
  readonly respondWith: (operation: string, ...answers: readonly ScriptedAnswer[]) => void;
  /** Forgets what came and what was scripted. */
  readonly reset: () => void;
  /** Stops serving: connections are closed. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a provider on loopback: each request is held to the spec, and answered as it declares. Rejects with the
 * system's error where it cannot listen, and with a TypeError for what is no provider of this format.
 */
export async function createContractServer(
  provider: Provider,
  options: ServerOptions = {},
): Promise<ContractServer> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const settings = { ...DEFAULTS, ...Object.fromEntries(given) } as Responder['settings'];
  const contract = openContract(provider, { readOnly: settings.readOnly });
  const recorder = createRecorder(settings.maxRecorded);
  const script = createScript();
  const counter = createCounter();
  const server = createServer({
    requestTimeout: settings.requestTimeout,
    headersTimeout: Math.min(settings.requestTimeout, 10_000),
    connectionsCheckingInterval: Math.min(1000, settings.requestTimeout),
    // A client that was kept waiting by a busy machine sends on a connection that it believes open.
    keepAliveTimeout: 60_000,
  });
  const port = await listening(server, settings.port, settings.host);
  const origin = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
  const responder: Responder = { contract, settings, script, counter, origin };
  const record = (exchange: Exchange) => {
    recorder.add(exchange);
    settings.onExchange(exchange);
  };
  server.on('request', (request, response) => {
    serve(request, response, responder, record).catch((error: unknown) => {
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      const hint = 'Please report it with the request and, if you can, the document.';
      send(response, refusal(500, null, [ownProblem('internal', reason, hint)], []), request, settings.cors);
    });
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
    refuseConnection(error, socket as Socket),
  );
  return {
    url: `${origin}${contract.basePaths.at(0) ?? ''}`,
    port,
    contract,
    requests: recorder.exchanges,
    respondWith: (operation, ...answers) => {
      const isKnown =
        operation === '*' ||
        contract.operation(operation) !== undefined ||
        contract.operationKeys.some((key) => contract.operation(key)?.operationId === operation);
      if (!isKnown) throw new TypeError(`No operation is called \`${operation}\`.`);
      script.add(operation, answers);
    },
    reset() {
      recorder.clear();
      script.clear();
      counter.clear();
    },
    close: () => closed(server),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  responder: Responder,
  record: (exchange: Exchange) => void,
): Promise<void> {
  const started = performance.now();
  const { settings } = responder;
  response.on('error', () => {});
  if (settings.cors && isPreflight(request)) {
    request.resume();
    response.writeHead(204, preflightHeaders(request)).end();
    return;
  }
  const body = await readBody(request, settings.maxBodyBytes);
  if (body === 'cut-off') return;
  if (body === 'too-long') {
    const message = `The body is longer than ${settings.maxBodyBytes} bytes.`;
    const problems = [ownProblem('maxLength', message, 'Send a shorter one.')];
    // What is left of the body is not read: the connection cannot be used again.
    response.shouldKeepAlive = false;
    send(response, refusal(413, null, problems, []), request, settings.cors);
    response.once('finish', () => setTimeout(() => request.socket.destroy(), 200).unref());
    return;
  }
  const headers = headersOf(request);
  const raw = { method: request.method ?? 'GET', target: request.url ?? '/', headers, body };
  const responded = await respond(raw, responder);
  const delay = responded.fate.delay ?? settings.delay;
  if (delay > 0) await sleep(delay, undefined, { ref: false });
  const isDropped = responded.fate.drop === true;
  if (isDropped) request.socket.destroy();
  else if (responded.fate.truncate === true) sendHalf(response, responded.answer, request);
  else send(response, responded.answer, request, settings.cors);
  record(exchangeOf(raw, responded, isDropped, performance.now() - started));
}

function exchangeOf(
  raw: {
    readonly method: string;
    readonly target: string;
    readonly headers: ReadonlyMap<string, string>;
    readonly body: Uint8Array;
  },
  { request, answer }: Responded,
  isDropped: boolean,
  milliseconds: number,
): Exchange {
  const { operation, params, mediaType, body, schemes, problems }: CheckedRequest = request;
  const { status, headers, value, example, notes } = answer;
  return {
    method: raw.method,
    target: raw.target,
    operation: operation?.key ?? null,
    operationId: operation?.operationId ?? null,
    params,
    headers: Object.fromEntries(raw.headers),
    mediaType,
    body,
    bytes: raw.body,
    schemes,
    problems,
    answer: { status: isDropped ? 0 : status, headers, value, example, notes },
    milliseconds,
  };
}

function headersOf({ rawHeaders }: IncomingMessage): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = (rawHeaders[i] ?? '').toLowerCase();
    const value = rawHeaders[i + 1] ?? '';
    const before = headers.get(name);
    // A field that comes again goes on with a comma (RFC 9110 section 5.3), but for cookies.
    headers.set(name, before === undefined ? value : `${before}${name === 'cookie' ? '; ' : ', '}${value}`);
  }
  return headers;
}

function send(
  response: ServerResponse,
  { status, headers, body, notes }: Answer,
  request: IncomingMessage,
  cors: boolean,
): void {
  if (response.headersSent || response.destroyed) return;
  const bytes = body === null ? Buffer.alloc(0) : Buffer.from(body);
  const hasBody = status !== 204 && status !== 304;
  response.writeHead(status, {
    ...headers,
    ...(hasBody && { 'content-length': String(bytes.length) }),
    ...(notes.length > 0 && { 'plumbline-note': notes.join(' ').replace(/[^\x20-\x7e]/g, '?') }),
    ...(cors && corsHeaders(request)),
  });
  response.end(hasBody && request.method !== 'HEAD' ? bytes : undefined);
}

/** Announces the whole body, and goes away in its midst. */
function sendHalf(
  response: ServerResponse,
  { status, headers, body }: Answer,
  request: IncomingMessage,
): void {
  const bytes = Buffer.from(body ?? '');
  response.writeHead(status, { ...headers, 'content-length': String(Math.max(2, bytes.length)) });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => request.socket.destroy());
}

function listening(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: 1024 }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function ownProblem(keyword: string, message: string, hint: string): Problem {
  return { place: 'body', name: null, pointer: '', keyword, message, hint };
}
