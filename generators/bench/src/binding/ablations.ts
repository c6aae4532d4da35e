import { type Random, randomFrom } from '@plumbline/contract-server';
import type { Located, Operation, ResourcePage } from '@plumbline/model';
import type { Documents } from './documents.ts';
import { otherName } from './other-name.ts';

/** The same documents with something less to bind by, or something wrong: what is left must do. */
export interface Ablation {
  readonly title: string;
  readonly apply: (documents: Documents) => Documents;
}

/** How much of each is dropped at random. */
const SHARE = 0.2;
const SEED = 20_260_601;

const noOperationIds = inSpec((operation) => ({ ...operation, operationId: null }));
const noDescriptions = compose(
  inSpec((operation) => ({ ...operation, summary: '', description: '' })),
  onPages((page) => ({
    ...page,
    methods: page.methods.map((method) => ({ ...method, description: null })),
  })),
);
const signaturesAlone = compose(noOperationIds, noDescriptions);

/** What binding has to live with, from nothing on; each is the same in every run. */
export const ABLATIONS: readonly Ablation[] = [
  { title: 'all signals', apply: (documents) => documents },
  { title: 'no operationIds', apply: noOperationIds },
  { title: 'no descriptions', apply: noDescriptions },
  { title: 'signatures alone', apply: signaturesAlone },
  { title: 'other names', apply: otherNames },
  { title: 'other names, signatures alone', apply: compose(otherNames, signaturesAlone) },
  { title: 'fewer parameters', apply: fewerParameters },
  { title: 'fewer parameters, signatures alone', apply: compose(fewerParameters, signaturesAlone) },
  { title: 'fewer operations', apply: fewerOperations },
  { title: 'fewer operations, no operationIds', apply: compose(fewerOperations, noOperationIds) },
  { title: 'fewer operations, signatures alone', apply: compose(fewerOperations, signaturesAlone) },
];

/** Methods are called otherwise: in other letters, in the plural, by another verb. */
function otherNames(documents: Documents): Documents {
  const random = randomFrom(SEED);
  const truth = new Map<string, string>();
  const renamed = onPages((page) => {
    const names = otherNamesOf(page, random);
    const rename = <T extends Located<string> | null>(name: T): T =>
      name === null ? name : { ...name, value: names.get(name.value) ?? name.value };
    for (const [old, name] of names) {
      const operation = documents.truth.get(`${page.id.value}.${old}`);
      if (operation !== undefined) truth.set(`${page.id.value}.${name}`, operation);
    }
    return {
      ...page,
      methods: page.methods.map((method) => ({ ...method, name: rename(method.name) })),
      fieldSets: page.fieldSets.map((set) => ({ ...set, method: rename(set.method) })),
    };
  })(documents);
  return { ...renamed, truth };
}

/** No two methods of a page get one name: where they would, the name stays. */
function otherNamesOf({ methods }: ResourcePage, random: Random): ReadonlyMap<string, string> {
  const old = methods.map(({ name }) => name.value);
  const taken = new Set(old);
  return new Map(
    old.map((name) => {
      const other = otherName(name, random);
      if (taken.has(other)) return [name, name];
      taken.add(other);
      return [name, other];
    }),
  );
}

/** Each page forgets some of the required parameters, as pages do. */
function fewerParameters(documents: Documents): Documents {
  const random = randomFrom(SEED);
  return onPages((page) => ({
    ...page,
    methods: page.methods.map((method) => ({ ...method, required: most(method.required, random) })),
  }))(documents);
}

/** The spec has lost operations: their methods must come out unbound. */
function fewerOperations(documents: Documents): Documents {
  const { spec } = documents.input;
  const operations = most(spec.operations, randomFrom(SEED));
  return {
    ...documents,
    input: { ...documents.input, spec: { ...spec, operations } },
    keys: new Set(operations.map(({ key }) => key)),
  };
}

function most<T>(items: readonly T[], random: Random): readonly T[] {
  return items.filter(() => random() >= SHARE);
}

function compose(...steps: readonly Ablation['apply'][]): Ablation['apply'] {
  return (documents) => steps.reduce((current, step) => step(current), documents);
}

function inSpec(change: (operation: Operation) => Operation): Ablation['apply'] {
  return ({ input, ...rest }) => {
    const { spec } = input;
    return { ...rest, input: { ...input, spec: { ...spec, operations: spec.operations.map(change) } } };
  };
}

function onPages(change: (page: ResourcePage) => ResourcePage): Ablation['apply'] {
  return ({ input, ...rest }) => {
    const { pages } = input;
    return { ...rest, input: { ...input, pages: { ...pages, resources: pages.resources.map(change) } } };
  };
}
