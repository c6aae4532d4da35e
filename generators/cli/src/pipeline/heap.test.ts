import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** What another process, of which the flags are its own, says of the space where objects are born. */
function youngMegabytes(characters: number): readonly number[] {
  const program = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { settleHeap } from ${JSON.stringify(new URL('./heap.ts', import.meta.url))};
    const half = () => {
      const { space_used_size, space_available_size } = getHeapSpaceStatistics()
        .find(({ space_name }) => space_name === 'new_space');
      return Math.round((space_used_size + space_available_size) / 2 ** 20);
    };
    settleHeap([{ path: 'a.json', text: 'x'.repeat(${characters}) }]);
    const settled = half();
    const survivors = Array.from({ length: 1_000_000 }, (_, index) => [index]);
    console.log(JSON.stringify([settled, half(), survivors.length]));
  `;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
}

it.each([
  ['at once where a spec is small', { characters: 3_000_000, want: 16 }],
  ['to what it has where one is big', { characters: 13_000_000, want: 1 }],
])('gives the young generation its size for good, %s', (_, { characters, want }) => {
  expect(youngMegabytes(characters).slice(0, 2)).toEqual([want, want]);
});
