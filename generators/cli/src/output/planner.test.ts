import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { target } from '../jobs/job.ts';
import { filesIn, temporaryFolder } from '../testing/temporary-folder.ts';
import { openPlanner, plannerHere } from './planner.ts';
import { STAGING } from './recover.ts';

const MANY = 2_000_000;

function inputFor(root: string, path = 'deep/a.md') {
  const emitted = [{ path, content: 'content\n' }];
  const to = target('docs', root, '`--out`');
  return { target: to, emitted, scaffold: [], generator: 'x@1', cwd: root, isCheck: false };
}

describe('the thread that plans', () => {
  it('plans and stages what is planned and staged in this one', async () => {
    const [here, there] = [temporaryFolder(), temporaryFolder()];
    const planner = openPlanner();
    planner.prepare(MANY);
    const staged = await planner.plan(inputFor(there));
    await planner.stop();
    const same = await plannerHere().plan(inputFor(here));
    if (!('plan' in staged && 'plan' in same)) throw new Error('It was not planned.');
    expect(staged.staged).toEqual(same.staged);
    expect(staged.plan).toEqual({ ...same.plan, target: inputFor(there).target });
    expect(filesIn(join(there, STAGING))).toEqual(filesIn(join(here, STAGING)));
    expect(readdirSync(there)).toEqual([STAGING]);
  });

  it('rejects with a bug of ours', async () => {
    const planner = openPlanner();
    planner.prepare(MANY);
    await expect(planner.plan(inputFor(temporaryFolder(), '../a.md'))).rejects.toThrow(/path is unsafe/);
    await planner.stop();
  });
});
