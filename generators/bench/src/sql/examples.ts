import { type ContractSuite, runPageSql, type Session } from '@plumbline/contract-suite';
import { pageFacts } from '@plumbline/emit-docs';
import type { Method, ProviderModel, Resource } from '@plumbline/model';

/** What becomes of the SQL of pages, method by method. */
export interface ExampleRuns {
  readonly methods: number;
  /** They send what the operation is, and their columns come back. */
  readonly run: number;
  /** How many are refused, by why. */
  readonly refused: ReadonlyMap<string, number>;
  /** Those that send something else, each with how. */
  readonly failures: readonly string[];
  /** Those that are refused, each with why. */
  readonly gaps: readonly string[];
  /** Of methods whose pages show no SQL. */
  readonly without: number;
}

/** Runs the statements of each method through the client against the contract server. */
export async function runExamples<Client>(
  suite: ContractSuite<Client>,
  session: Session<Client>,
  { model, statementsOf }: { readonly model: ProviderModel; readonly statementsOf: StatementsOf },
): Promise<ExampleRuns> {
  const refused = new Map<string, number>();
  const [failures, gaps]: [string[], string[]] = [[], []];
  let [methods, run, without] = [0, 0, 0];
  for (const { resources } of model.services) {
    for (const resource of resources) {
      for (const each of resource.methods) {
        const statements = statementsOf(resource, each);
        const method = suite.provider.methods.find(
          (one) => one.resource === resource.id && one.method === each.name,
        );
        if (method === undefined) continue;
        methods += 1;
        if (statements.length === 0) {
          without += 1;
          continue;
        }
        const fields = Object.fromEntries(each.fields.map((field) => [field.name, field.type]));
        const page = { verb: each.sqlVerb, params: {}, fields, statements };
        try {
          const [gap] = await runPageSql(suite, session, { method, page });
          if (gap === undefined) run += 1;
          else {
            refused.set(kindOf(gap), (refused.get(kindOf(gap)) ?? 0) + 1);
            gaps.push(`${resource.id}.${each.name}: ${gap}`);
          }
        } catch (reason) {
          failures.push(`${resource.id}.${each.name}: ${String(reason)}`);
        }
      }
    }
  }
  return { methods, run, refused, failures, gaps, without };
}

export type StatementsOf = (resource: Resource, method: Method) => readonly string[];

/** A parameter or a field that lacks, without its name. */
const kindOf = (gap: string): string => gap.replaceAll(/`[^`]*`/g, '…');

/** Those of the pages that are emitted. */
export const emittedStatements =
  (model: ProviderModel): StatementsOf =>
  (resource, { name }) =>
    pageFacts(model, resource).examples.flatMap(({ method, sql }) => (method === name ? sql : []));

/** Those of the pages that the model was read from. */
export const publishedStatements: StatementsOf = (_resource, { statements = [] }) => statements;
