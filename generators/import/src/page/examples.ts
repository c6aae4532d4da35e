import type { SqlVerb } from '@plumbline/model';
import { load, YAMLException } from 'js-yaml';
import { type Prose, proseText } from '../text/lines.ts';
import { nameSet } from '../text/name-set.ts';
import { continued } from './continuation.ts';
import { labelsIn } from './labels.ts';
import type { OutlinedBlock } from './outline.ts';
import type { PageExample } from './rendered-page.ts';
import { type StatementFacts, statementFacts } from './statement-facts.ts';
import { restoreLines } from './statement-lines.ts';

/** A code block, as far as it can be read before the methods are known. */
export interface OpenExample {
  readonly block: OutlinedBlock;
  readonly code: string;
  /** Null for a manifest. */
  readonly facts: StatementFacts | null;
  readonly verb: SqlVerb | null;
}

export interface UnreadExample {
  readonly block: OutlinedBlock;
  readonly reason: string;
}

/** Reads the code of the examples; what is no statement, or no YAML, is told. */
export function openExamples(blocks: readonly OutlinedBlock[]): {
  readonly examples: readonly OpenExample[];
  readonly unread: readonly UnreadExample[];
} {
  const examples: OpenExample[] = [];
  const unread: UnreadExample[] = [];
  for (const block of blocks) {
    const { title } = block.title ?? {};
    const heading = title === undefined || /^[A-Z]/.test(title) ? null : (title as SqlVerb);
    if (block.language === 'yaml') {
      const reason = yamlProblem(block.code);
      if (reason === null) examples.push({ block, code: block.code, facts: null, verb: heading });
      else unread.push({ block, reason });
      continue;
    }
    const code = restoreLines(block.code);
    const facts = statementFacts(code);
    if ('reason' in facts) unread.push({ block, reason: facts.reason });
    else examples.push({ block, code, facts, verb: heading ?? facts.verb });
  }
  return { examples, unread };
}

function yamlProblem(code: string): string | null {
  try {
    load(code, { maxAliases: 0 });
    return null;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return error.reason;
  }
}

export interface MethodOfExample {
  readonly name: string;
  readonly verb: SqlVerb;
  readonly description: string;
}

export type PlacedExample = PageExample & { readonly facts: StatementFacts | null };

/** The examples with the method that each is of, as far as the text tells: by `EXEC`, by its tab, by its description. */
export function placeExamples(
  open: readonly OpenExample[],
  methods: readonly MethodOfExample[],
): readonly PlacedExample[] {
  const known = nameSet([...methods.map(({ name }) => name), MANIFEST]);
  let tabs: { readonly title: OutlinedBlock['title']; readonly left: readonly string[] } = {
    title: null,
    left: [],
  };
  let verb: SqlVerb = 'select';
  return open.map(({ block, code, facts, verb: said }) => {
    const { language, title, source } = block;
    const { labels, rest } = labelsIn(block.above, known);
    const own = labels.filter((label) => label !== MANIFEST);
    if (title !== tabs.title || own.length > 0) tabs = { title, left: own };
    verb = said ?? verb;
    if (facts === null) return { language, verb, method: null, description: [], code, source, facts };
    const [label, ...left] = tabs.left;
    tabs = { title, left };
    const description = continued([], rest);
    const method = facts.named ?? label ?? methodBy({ verb, description }, methods);
    return { language, verb, method, description, code, source, facts };
  });
}

/** What the tab of a manifest is called. */
const MANIFEST = 'Manifest';

function methodBy(
  { verb, description }: { readonly verb: SqlVerb; readonly description: Prose },
  methods: readonly MethodOfExample[],
): string | null {
  const ofVerb = methods.filter((method) => method.verb === verb);
  const [only, other] = ofVerb;
  if (only !== undefined && other === undefined) return only.name;
  const text = bare(proseText(description));
  const described = ofVerb.filter((method) => text !== '' && bare(method.description) === text);
  return described.length === 1 ? (described[0]?.name ?? null) : null;
}

function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
