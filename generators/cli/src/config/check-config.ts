import { catalogue, isCode, wildcard } from '@plumbline/model';
import * as v from 'valibot';
import { nearest } from '../command-line/nearest.ts';
import type { Config } from './config.ts';
import { configSchema } from './schema.ts';
import { choicesAt, descriptionAt, keysAt } from './schema-at.ts';
import { SILENCEABLE } from './silenceable.ts';

type Path = readonly (string | number)[];

/** What is wrong at a key of a config. */
export type ConfigProblem = { readonly path: Path } & (
  | { readonly kind: 'unknown-key'; readonly nearest: string | null }
  | { readonly kind: 'wrong-value'; readonly problem: string; readonly remedy: string }
);

/** A config's default export, checked: the config, or everything that is wrong with it. */
export function checkConfig(
  value: unknown,
): { readonly config: Config } | { readonly problems: readonly ConfigProblem[] } {
  if (Array.isArray(value)) return { problems: [SEVERAL] };
  const parsed = v.safeParse(configSchema, value);
  if (!parsed.success) return { problems: parsed.issues.map(toProblem) };
  // `undefined` stands for an absent key in both.
  const config = parsed.output as Config;
  const problems = [...serverVariableProblems(config), ...codeProblems(config)];
  return problems.length > 0 ? { problems } : { config };
}

const SEVERAL: ConfigProblem = {
  path: [],
  kind: 'wrong-value',
  problem: 'must be an object; it is a list',
  remedy: 'Give each provider a config of its own: `specs/<provider>/plumbline.config.ts`.',
};

/** `client.dir`, `spec[0]`, `bind["okta.users.users.get"]`. */
export function keyText(path: Path): string {
  return path
    .map((key, i) => {
      if (typeof key === 'number') return `[${key}]`;
      if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `[${JSON.stringify(key)}]`;
      return i === 0 ? key : `.${key}`;
    })
    .join('');
}

type Issue = v.InferIssue<typeof configSchema>;

function toProblem(issue: Issue): ConfigProblem {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const last = issue.path?.at(-1);
  const isKey = last !== undefined && 'origin' in last && last.origin === 'key';
  if (isKey && issue.expected === 'never') {
    return { path, kind: 'unknown-key', nearest: nearest(String(last.key), keysAt(path.slice(0, -1))) };
  }
  const description = descriptionAt(path);
  if (isKey) return { path, kind: 'wrong-value', problem: 'is missing', remedy: `Give it: ${description}` };
  if (issue.kind === 'validation') {
    return { path, kind: 'wrong-value', problem: issue.message, remedy: `What it is: ${description}` };
  }
  return {
    path,
    kind: 'wrong-value',
    problem: `must be ${expectation(issue, path)}; it is ${issue.received}`,
    remedy: remedy(issue, path) ?? `What it is: ${description}`,
  };
}

const KINDS: { readonly [type: string]: string } = {
  array: 'a list',
  string: 'a string',
  boolean: '`true` or `false`',
  strict_object: 'an object',
  record: 'an object',
};

function expectation(issue: Issue, path: Path): string {
  if (issue.type === 'picklist') return `one of ${choicesAt(path).join(', ')}`;
  return KINDS[issue.type] ?? String(issue.expected);
}

function remedy(issue: Issue, path: Path): string | null {
  if (issue.type === 'array' && typeof issue.input === 'string') return `Write \`[${issue.received}]\`.`;
  return issue.type === 'picklist' ? didYouMean(String(issue.input), choicesAt(path)) : null;
}

function didYouMean(name: string, candidates: readonly string[]): string | null {
  const meant = nearest(name, candidates);
  return meant === null ? null : `Did you mean \`${meant}\`?`;
}

function serverVariableProblems({ serverVariables = {} }: Config): readonly ConfigProblem[] {
  return Object.entries(serverVariables).flatMap(([name, { url }]) =>
    url.includes(`{${name}}`)
      ? []
      : [
          {
            path: ['serverVariables', name, 'url'],
            kind: 'wrong-value',
            problem: `does not hold \`{${name}}\``,
            remedy: `Write the server's URL with the variable in it, for instance \`https://{${name}}.example.com\`.`,
          },
        ],
  );
}

/** Codes are checked here and not by the schema, which would change with each new code. */
function codeProblems({ severity = {}, ignore = [] }: Config): readonly ConfigProblem[] {
  const codes = Object.keys(catalogue);
  const unknown = Object.keys(severity).filter((code) => !isCode(code));
  return [
    ...unknown.map(
      (code): ConfigProblem => ({
        path: ['severity', code],
        kind: 'wrong-value',
        problem: 'is not a diagnostic code',
        remedy: didYouMean(code, codes) ?? SEE_CODES,
      }),
    ),
    ...ignore.flatMap(({ code }, i): readonly ConfigProblem[] =>
      SILENCEABLE.some(wildcard(code))
        ? []
        : [
            {
              path: ['ignore', i, 'code'],
              kind: 'wrong-value',
              problem: isCode(code)
                ? `is \`${code}\`, which tells of the run itself and cannot be silenced`
                : `is \`${code}\`, which is not a diagnostic code`,
              remedy: isCode(code) ? 'Take the entry out.' : (didYouMean(code, SILENCEABLE) ?? SEE_CODES),
            },
          ],
    ),
  ];
}

const SEE_CODES = '`plumbline explain` lists the codes.';
