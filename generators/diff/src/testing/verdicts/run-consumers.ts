import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Answer, Asked, Verdict } from './verdict.ts';
import { verdicts } from './verdicts.ts';

/** A program: runs each consumer of a folder against a server in this process, and prints what each comes to. */
interface Consuming {
  readonly use: (options: object) => Promise<unknown>;
}

const [folder = ''] = process.argv.slice(2);
const outcomes: { [name: string]: string } = {};
for (const [i, verdict] of verdicts.entries()) {
  outcomes[`${i}/old`] = await outcome(`${i}/old`, serverOf(verdict, 'old'));
  outcomes[`${i}/new`] = await outcome(`${i}/new`, serverOf(verdict, 'new'));
  outcomes[`${i}/in use`] = await outcome(`${i}/old`, serverOf(verdict, 'new'));
}
process.stdout.write(JSON.stringify(outcomes));

async function outcome(name: string, fetch: (request: Request) => Promise<Response>): Promise<string> {
  try {
    const file = pathToFileURL(path.join(folder, name, 'consumer.ts')).href;
    const { use } = (await import(file)) as Consuming;
    return JSON.stringify(await use({ baseUrl: 'https://acme.example', fetch })) ?? 'undefined';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

function serverOf(verdict: Verdict, state: 'old' | 'new'): (request: Request) => Promise<Response> {
  return async (request) => {
    const { refuses } = verdict;
    if (state === 'new' && refuses?.(await asked(request)) === true) return answerOf({ status: 400 });
    return answerOf((state === 'old' ? verdict.was : verdict.is) ?? {});
  };
}

async function asked(request: Request): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url);
  const text = await request.clone().text();
  return {
    method: request.method,
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: Object.fromEntries(request.headers),
    body: text.startsWith('{') ? JSON.parse(text) : {},
  };
}

function answerOf({ status, json, text, headers }: Answer): Response {
  if (json !== undefined) return Response.json(json, { status: status ?? 200, ...(headers && { headers }) });
  return new Response(text ?? null, { status: status ?? 204, ...(headers && { headers }) });
}
