import { type ChangeClass, RULE_IDS, ruleOf } from '@plumbline/diff';
import { page, table } from './markdown.ts';

const CLASSES: { readonly [C in ChangeClass]: string } = {
  breaking: 'breaking',
  compatible: 'compatible',
  docs: 'docs-only',
};

/** The guide to the rules of `plumbline diff`. */
export function changeRulesGuide(): string {
  return page([
    '# Rules of change',
    'What [`plumbline diff`](diff.md) tells, and of which class it is for who uses the client. A compatible change that is *to note* breaks no code that was right, yet is worth a look.',
    table(
      ['Rule', 'Class', 'What it tells', 'Why'],
      RULE_IDS.map((id) => {
        const { title, noted, why, class: name } = ruleOf(id);
        return [`\`${id}\``, `${CLASSES[name]}${noted ? ', to note' : ''}`, title, why];
      }),
    ),
  ]);
}
