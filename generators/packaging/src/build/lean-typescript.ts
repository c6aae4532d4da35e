import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rolldown } from 'tsdown';
import { type SyntaxNode, usedParts } from './used-parts.ts';

/**
 * Bundles of TypeScript's nine megabytes only what openapi-typescript and the emitter use: its factory, its printer and its parser. They
 * load in a sixth of the time, and who installs the command need not install TypeScript.
 */
export function leanTypescript(): Rolldown.Plugin {
  return {
    name: 'plumbline:lean-typescript',
    transform: {
      filter: { id: /\/typescript\/lib\/typescript\.js$/ },
      handler(code) {
        const wanted = [...namesUsed(), ...MAKING_NODES];
        const { text, found } = usedParts(code, statementsOf(this.parse(code)), wanted);
        const [copyright = ''] = /^\/\*![\s\S]*?\*\//.exec(code) ?? [];
        const exported = `export default { ${found.join(', ')} };`;
        return { code: [copyright, '// Parts of TypeScript, as they are.', text, exported, ''].join('\n') };
      },
    },
  };
}

/** Its call gives nodes the members that openapi-typescript reads, such as the `text` of an identifier. */
const MAKING_NODES = ['setObjectAllocator'];

/** The program stands in the function that the file calls: `((module) => { … })(…)`. */
function statementsOf(program: ReturnType<Rolldown.PluginContext['parse']>): readonly SyntaxNode[] {
  for (const statement of program.body) {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') continue;
    let { callee } = statement.expression;
    while (callee.type === 'ParenthesizedExpression') callee = callee.expression;
    if (callee.type !== 'ArrowFunctionExpression') continue;
    const { body } = callee;
    if (body.type === 'BlockStatement') return body.body;
  }
  throw new Error('TypeScript is no longer one function.');
}

/** What may be a member of TypeScript's in the code of the emitter, and of openapi-typescript, which is installed beside it. */
function namesUsed(): readonly string[] {
  const folder = join(import.meta.dirname, '../../../emit-client');
  const files = globSync(
    ['node_modules/openapi-typescript/dist/{lib,transform}/*.mjs', 'src/document/print-declaration.ts'],
    { cwd: folder },
  );
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  const names = texts.flatMap((text) => [...text.matchAll(/\bts\.(\w+)/g)].map(([, name = '']) => name));
  if (names.length === 0) throw new Error('openapi-typescript uses nothing of TypeScript.');
  return [...new Set(names)].sort();
}
