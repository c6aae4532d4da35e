import type { Catalogue } from '@plumbline/client-runtime';
import { wrap } from '../../command-line/wrap.ts';

/** What help tells of a command. */
export interface CommandHelp {
  readonly operand?: string;
  /** Null: another name of a command, which help leaves out. */
  readonly help: string | null;
}

/** What can be typed, with names that the provider has. */
export function shellHelp(
  { provider, services }: Catalogue,
  commands: { readonly [name: string]: CommandHelp | undefined },
  width: number,
): string {
  // A service of several resources shows most.
  const service = services.find(({ resources }) => resources.length > 1) ?? services[0];
  const home = `${provider}.${service?.name ?? 'service'}`;
  const id = `${home}.${service?.resources.at(-1) ?? 'resource'}`;
  const examples: Rows = [
    ['SHOW SERVICES;', 'what there is'],
    [`SHOW RESOURCES IN ${home};`, ''],
    [`SHOW METHODS IN ${id};`, ''],
    [`DESCRIBE ${id};`, 'its columns; EXTENDED: its parameters too'],
    [`SELECT * FROM ${id} LIMIT 5;`, ''],
    ['EXPLAIN SELECT …;', 'the requests that it would send'],
  ];
  const rows = Object.entries(commands).flatMap(([name, command]): Rows => {
    if (command === undefined || command.help === null) return [];
    return [[[name, command.operand].filter(Boolean).join(' '), command.help]];
  });
  return [
    'Statements end with a semicolon, and may have several lines.',
    '',
    ...aligned(examples, width),
    '',
    ...aligned(rows, width),
    '',
    'Tab completes. Ctrl-C cancels a statement, or what is typed.',
  ].join('\n');
}

type Rows = readonly (readonly [left: string, right: string])[];

function aligned(rows: Rows, width: number): readonly string[] {
  const widest = Math.max(...rows.map(([left]) => left.length));
  return rows.flatMap(([left, right]) =>
    wrap(right, Math.max(20, width - widest - 5)).map((line, i) =>
      `  ${(i === 0 ? left : '').padEnd(widest)}  ${line}`.trimEnd(),
    ),
  );
}
