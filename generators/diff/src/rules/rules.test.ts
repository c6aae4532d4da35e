import type { Operation, ProviderModel } from '@plumbline/model';
import { dictionary } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { diffModels } from '../diff-models.ts';
import { cases } from '../testing/cases.ts';
import { side } from '../testing/side.ts';
import { getBooks } from '../testing/specs.ts';
import { RULE_IDS, type RuleId, ruleOf } from './rules.ts';

function paged(model: ProviderModel, pagination: Operation['pagination']): ProviderModel {
  const operations = Object.entries(model.operations).map(
    ([key, operation]) => [key, { ...operation, pagination }] as const,
  );
  return { ...model, operations: dictionary(operations) };
}

const PAGES = { items: null, limitParam: null } as const;

/** What comes of pages and config, which a spec alone does not have. */
const modelCases: readonly (readonly [
  RuleId,
  {
    readonly before: (model: ProviderModel) => ProviderModel;
    readonly after: (model: ProviderModel) => ProviderModel;
    readonly want: string;
  },
])[] = [
  [
    'method-removed',
    {
      before: (model) => model,
      after: (model) => ({ ...model, services: [] }),
      want: 'The method `books.books.listBooks` is gone; `GET /books` is called by no other.',
    },
  ],
  [
    'method-added',
    {
      before: (model) => ({ ...model, services: [] }),
      after: (model) => model,
      want: 'The method `books.books.listBooks` calls `GET /books`.',
    },
  ],
  [
    'pagination-changed',
    {
      before: (model) => paged(model, { ...PAGES, kind: 'link' }),
      after: (model) => paged(model, { ...PAGES, kind: 'page', pageParam: 'page' }),
      want: '`GET /books` is paged by `page`, no longer by `link`.',
    },
  ],
];

/** Cases under titles that say what is told of each. */
function told<C extends { readonly want: string }>(all: readonly (readonly [RuleId, C])[]) {
  return all.map(([rule, one]) => [`${rule}: ${one.want}`, rule, one] as const);
}

describe('each rule', () => {
  it.each(told(cases))('%s', (_, rule, { before, after, want, also = [] }) => {
    const { changes } = diffModels(side(before), side(after));
    expect(changes.map((change) => change.rule).sort()).toEqual([rule, ...also].sort());
    const change = changes.find((one) => one.rule === rule);
    expect(change).toMatchObject({ message: want, class: ruleOf(rule).class, explanation: ruleOf(rule).why });
  });

  it.each(told(modelCases))('%s', (_, rule, { before, after, want }) => {
    const { model, locate } = side(getBooks());
    const { changes } = diffModels({ model: before(model), locate }, { model: after(model), locate });
    expect(changes).toMatchObject([{ rule, message: want, class: ruleOf(rule).class }]);
  });

  it('has a case', () => {
    const shown = new Set([...cases, ...modelCases].map(([rule]) => rule));
    expect(RULE_IDS.filter((rule) => !shown.has(rule))).toEqual([]);
  });
});
