import { build, type Rolldown } from 'tsdown';
import { expect, it } from 'vitest';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';
import { usedParts } from './used-parts.ts';

const PROGRAM = `var unused = expensive();
var one = 1, other = unused;
let Parser;
((Parser2) => { Parser2.parse = () => one; })(Parser || (Parser = {}));
Parser.version = version();
function version() { return { unused: 2 }.unused; }
class Rest { rest() { return Parser; } }
register(Rest);
function register() { Parser = null; }
make(one);
function make() {}
if (one) Parser = undefined;
function main({ parse } = Parser) { return parse(); }
exports.main = main;
`;

const parsed = new Promise<(wanted: readonly string[]) => ReturnType<typeof usedParts>>((resolve) => {
  const folder = temporaryFolder();
  writeFiles(folder, { 'package.json': { name: 'sample', type: 'module' }, 'index.js': '' });
  const plugin: Rolldown.Plugin = {
    name: 'parse',
    buildStart() {
      const { body } = this.parse(PROGRAM);
      resolve((wanted) => usedParts(PROGRAM, body, wanted));
    },
  };
  void build({
    config: false,
    cwd: folder,
    entry: 'index.js',
    dts: false,
    logLevel: 'silent',
    plugins: [plugin],
  });
});

it.each([
  ['a name that needs nothing', { wanted: ['one'], want: ['var one = 1;'] }],
  [
    'what it needs, and expressions that make that what it is',
    {
      wanted: ['main'],
      want: [
        'var one = 1;',
        'let Parser;',
        '((Parser2) => { Parser2.parse = () => one; })(Parser || (Parser = {}));',
        'Parser.version = version();',
        'function version() { return { unused: 2 }.unused; }',
        'function main({ parse } = Parser) { return parse(); }',
      ],
    },
  ],
  [
    'a call of what is wanted',
    { wanted: ['make'], want: ['var one = 1;', 'make(one);', 'function make() {}'] },
  ],
])('keeps %s', async (_, { wanted, want }) => {
  const { text, found } = (await parsed)([...wanted, 'nowhere']);
  expect(text.split('\n')).toEqual(want);
  expect(found).toEqual(wanted);
});
