import type { ContractServer } from '@plumbline/contract-server';
import { EXIT } from '../command-line/exit-codes.ts';
import { type ServeInvocation, type WrongUse, wrongUse } from '../command-line/invocation.ts';
import type { Host } from '../host.ts';
import { STAGES, type Stages } from '../pipeline/stages.ts';
import { printable } from '../report/printable.ts';
import { type LoadedProvider, loadProvider } from '../serve/load-provider.ts';
import { exchangeLines } from '../serve/request-log.ts';
import { errorCode } from '../system-error.ts';
import { type Colors, coloursOf } from '../terminal/colours.ts';
import { nextSignal } from '../terminal/signals.ts';
import { stop } from './stop.ts';

/** Serves a provider until `stopped` comes to pass: on Ctrl-C, unless a test says otherwise. */
export async function serve(
  invocation: ServeInvocation,
  host: Host,
  {
    stages = STAGES,
    stopped = nextSignal(),
  }: { readonly stages?: Stages; readonly stopped?: Promise<unknown> } = {},
): Promise<number> {
  const started = performance.now();
  const serving = import('@plumbline/contract-server');
  const loaded = await loadProvider(invocation, host, stages);
  if ('kind' in loaded || 'unreadable' in loaded) return stop(loaded, { command: 'model' }, host);
  const colours = coloursOf(host.stderr, host.env);
  const { port, host: address, seed, dynamic, items, delay, cors, quiet } = invocation;
  let server: ContractServer;
  try {
    server = await (await serving).createContractServer(loaded.provider, {
      port,
      host: address,
      seed,
      dynamic,
      items,
      delay,
      cors,
      maxRecorded: 0,
      ...(!quiet && { onExchange: (exchange) => host.stderr.write(exchangeLines(exchange, colours)) }),
    });
  } catch (error) {
    const problem = listenProblem(errorCode(error), invocation);
    if (problem === null) throw error;
    return stop(problem, { command: 'model' }, host);
  }
  host.stderr.write(
    await welcome(server, loaded, { invocation, colours, seconds: (performance.now() - started) / 1000 }),
  );
  await stopped;
  await server.close();
  host.stderr.write('\nStopped.\n');
  return EXIT.ok;
}

/** Why the system does not let us listen; null: it is no such error. */
function listenProblem(code: string | null, { port, host }: ServeInvocation): WrongUse | null {
  switch (code) {
    case 'EADDRINUSE':
      return wrongUse(
        `The port ${port} is taken.`,
        'Give another by `--port`; `--port 0` takes any free one.',
      );
    case 'EACCES':
      return wrongUse(`The port ${port} is not allowed to you.`, 'Give one above 1023 by `--port`.');
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return wrongUse(`\`${host}\` is no address of this machine.`, 'Leave `--host` out, or give `0.0.0.0`.');
    default:
      return null;
  }
}

async function welcome(
  { url, contract }: ContractServer,
  { provider, clientPackage }: LoadedProvider,
  {
    invocation,
    colours,
    seconds,
  }: { readonly invocation: ServeInvocation; readonly colours: Colors; readonly seconds: number },
): Promise<string> {
  const { firstTry } = await import('../serve/first-try.ts');
  const example = firstTry(contract, url, clientPackage);
  const title = provider.title === '' ? provider.provider : provider.title;
  const count = contract.operationKeys.length;
  const isOpen = !/^(?:127\.|localhost$|::1$)/.test(invocation.host);
  return [
    `${colours.bold(printable(title))} ${printable(provider.specVersion)}, ${count} operations, in ${seconds.toFixed(1)} s`,
    '',
    `  ${colours.bold(colours.green(url))}`,
    ...(isOpen ? [colours.yellow('  Other machines can reach it.')] : []),
    '',
    ...(example === null
      ? []
      : [
          'Try it in another terminal',
          `  ${printable(example.curl)}`,
          `  ${printable(example.preferring)}`,
          '',
          ...(example.client === null
            ? []
            : ['From TypeScript', ...example.client.map((line) => `  ${printable(line)}`), '']),
        ]),
    `${invocation.quiet ? 'Ctrl-C stops it.' : 'Requests are listed here; Ctrl-C stops it.'}`,
    '',
    '',
  ].join('\n');
}
