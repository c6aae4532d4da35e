import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Spec } from '@plumbline/model';
import type { InitInvocation, WrongUse } from '../command-line/invocation.ts';
import { wrongUse } from '../command-line/invocation.ts';
import { providerProblem, scopeOf, scopeProblem, suggestedProvider } from './names.ts';
import type { Prompter } from './prompter.ts';

/** Nobody answers any more. */
export type Left = 'left';

export interface Asked {
  readonly prompter: Prompter | null;
  /** Says what is wrong with an answer; the question is asked again. */
  readonly complain: (problem: WrongUse) => void;
}

const USUAL_SPECS = ['openapi.yaml', 'openapi.yml', 'openapi.json', 'swagger.yaml', 'swagger.json'];

/** The spec that the folder holds under a usual name; empty: none. */
export function usualSpec(folder: string): string {
  return USUAL_SPECS.find((name) => existsSync(join(folder, name))) ?? '';
}

/** The provider's id: as given, else as answered, else as the spec suggests where `--yes` allows it. */
export async function chooseProvider(
  { provider, yes }: InitInvocation,
  { title, servers }: Spec,
  asked: Asked,
): Promise<string | WrongUse | Left> {
  if (provider !== null) return providerProblem(provider) ?? provider;
  const suggested = suggestedProvider(title, servers[0]?.url ?? '');
  if (yes) return suggested;
  if (asked.prompter === null) return missing('provider', `\`--provider ${suggested}\``);
  const question = { text: 'Provider id, the first part of every resource id?', fallback: suggested };
  return answer(question, asked, (given) => providerProblem(given) ?? given);
}

/** The npm scope of the packages, with its `@`. */
export async function chooseScope(
  { scope, yes }: InitInvocation,
  provider: string,
  asked: Asked,
): Promise<string | WrongUse | Left> {
  const check = (given: string) => scopeProblem(scopeOf(given)) ?? scopeOf(given);
  if (scope !== null) return check(scope);
  const fallback = `@${provider.toLowerCase()}`;
  if (yes || asked.prompter === null) return fallback;
  return answer({ text: 'npm scope of the packages?', fallback }, asked, check);
}

/** Asks until the answer is right. */
export async function answer<T>(
  question: { readonly text: string; readonly fallback: string; readonly otherwise?: string },
  { prompter, complain }: Asked,
  check: (given: string) => T | WrongUse | Promise<T | WrongUse>,
): Promise<T | Left> {
  for (;;) {
    const given = (await prompter?.ask(question)) ?? null;
    if (given === null) return 'left';
    const checked = await check(given);
    if (!isWrongUse(checked)) return checked;
    complain(checked);
  }
}

export function isWrongUse(value: unknown): value is WrongUse {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'wrong-use';
}

/** What cannot be asked for, since there is no terminal. */
export function missing(option: string, example: string): WrongUse {
  return wrongUse(
    `\`--${option}\` is missing, and there is no terminal to ask on.`,
    `Give ${example}, or \`--yes\` to take what is suggested.`,
  );
}
