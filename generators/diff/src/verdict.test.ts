import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffModels } from './diff-models.ts';
import { cases } from './testing/cases.ts';
import { side } from './testing/side.ts';
import { type ConsumerFolder, consumerFolder } from './testing/verdicts/consumer-folder.ts';
import type { Verdict } from './testing/verdicts/verdict.ts';
import { verdicts } from './testing/verdicts/verdicts.ts';

/** Clients of both states with the code that uses them: all are checked as one program, and run in one process. */
describe('the verdict, the compiler and a run', () => {
  const told = verdicts.map((verdict, i) => {
    const { before, after } = statesOf(verdict);
    const sides = { old: side(before), new: side(after) };
    return { ...verdict, i, sides };
  });
  const made: { folder?: ConsumerFolder; errors?: ReadonlyMap<string, readonly string[]>; ran?: Ran } = {};
  beforeAll(() => {
    const folder = consumerFolder(
      told.flatMap(({ i, sides, use, options = '' }) =>
        (['old', 'new'] as const).map((state) => ({
          name: `${i}/${state}`,
          model: sides[state].model,
          use,
          options,
        })),
      ),
    );
    Object.assign(made, { folder, errors: folder.typeCheck(), ran: folder.run() });
  }, 120_000);
  afterAll(() => made.folder?.remove());

  it('are of at least 50 changes', () => {
    expect(new Set(verdicts.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(50);
  });

  it('find no fault with the clients, nor with the code before', () => {
    const others = [...(made.errors ?? [])].filter(([file]) => !file.endsWith('/new/consumer.ts'));
    expect(others).toEqual([]);
  });

  it.each(told)('$rule: $use', ({ rule, i, sides, want, why }) => {
    const change = diffModels(sides.old, sides.new).changes.find((one) => one.rule === rule);
    expect(change).toBeDefined();
    const messages = made.errors?.get(`${i}/new/consumer.ts`) ?? [];
    const { [`${i}/old`]: was, [`${i}/new`]: is } = made.ran ?? {};
    expect(was).not.toMatch(/Error$/);
    expect({ compiles: messages.length === 0, runs: is === was, messages, was, is }).toMatchObject(want);
    // What breaks clients that nobody has replaced yet is told so, also where a new one mends it.
    if (made.ran?.[`${i}/in use`] !== was) expect(change?.class === 'breaking' || change?.noted).toBe(true);
    const isBroken = !want.compiles || !want.runs;
    const agrees = isBroken === (change?.class === 'breaking');
    expect({ agrees, isExplained: why !== undefined }).toEqual({ agrees, isExplained: !agrees });
  });
});

type Ran = ReturnType<ConsumerFolder['run']>;

function statesOf({ rule, states }: Verdict): { readonly before: string; readonly after: string } {
  const found = states ?? cases.find(([id]) => id === rule)?.[1];
  if (found === undefined) throw new Error(`There is no case of ${rule}.`);
  return found;
}
