import { byCodeUnit, type Method, type ProviderModel, type Resource, type Service } from '@plumbline/model';
import { type Encoded, join, ts, tsIdentifier, tsMember, tsString, tsValue } from '@plumbline/render';
import { type Answer, answersOf } from './answers.ts';
import type { ContractDocument } from './document.ts';
import { type ExpectedRequest, expectedRequest } from './request.ts';
import { sampleCode } from './sample-code.ts';

type Ts = Encoded<'ts'>;

/** What `suite.hbs` is filled with. */
export interface SuiteView {
  readonly support: Ts;
  /** The tests that the suite uses, as an import lists them. */
  readonly imports: Ts;
  readonly resource: Ts;
  readonly methods: readonly MethodView[];
}

interface MethodView {
  readonly name: Ts;
  readonly call: Ts;
  readonly options: Ts;
  readonly arguments: Ts;
  readonly sent: Ts;
  /** Null where the operation accepts nothing beyond what it requires. */
  readonly full: { readonly arguments: Ts; readonly sent: Ts } | null;
  readonly answers: readonly { readonly test: Ts; readonly answer: Ts }[];
}

/** The suite of a resource's bound methods; null where it has none. */
export function suiteOf(
  service: Service,
  resource: Resource,
  document: ContractDocument,
  model: ProviderModel,
): SuiteView | null {
  const methods = resource.methods.flatMap(
    (method) => methodView(method, { service, resource, document, model }) ?? [],
  );
  if (methods.length === 0) return null;
  const used = new Set([
    tsIdentifier('itSends'),
    ...methods.flatMap(({ answers }) => answers.map(({ test }) => test)),
  ]);
  return {
    support: tsString('../recording-client.ts'),
    imports: join([...used].sort(byCodeUnit), ', '),
    resource: tsString(resource.id),
    methods,
  };
}

function methodView(
  method: Method,
  {
    service,
    resource,
    document,
    model,
  }: {
    readonly service: Service;
    readonly resource: Resource;
    readonly document: ContractDocument;
    readonly model: ProviderModel;
  },
): MethodView | null {
  const operation = method.operation === null ? undefined : document.operation(method.operation);
  if (operation === undefined) return null;
  const required = expectedRequest({ method, operation, document, model }, 'required');
  if (required === null) return null;
  const full = expectedRequest({ method, operation, document, model }, 'full');
  const hasMore = full !== null && sampleCode(full.arguments) !== sampleCode(required.arguments);
  return {
    name: tsString(method.name),
    call: ts`${tsMember(service.clientName)}${tsMember(resource.clientName)}${tsMember(method.clientName)}`,
    options: tsValue(Object.keys(required.auth).length === 0 ? {} : { auth: required.auth }),
    arguments: sampleCode(required.arguments),
    sent: sentCode(required),
    full: hasMore ? { arguments: sampleCode(full.arguments), sent: sentCode(full) } : null,
    answers: answersOf(operation, document).map(answerView),
  };
}

function sentCode({ method, path, query, headers, body }: ExpectedRequest): Ts {
  return tsValue({ method, path, query, headers, body });
}

function answerView(answer: Answer): MethodView['answers'][number] {
  const members: Ts[] = [ts`status: ${answer.status}`];
  if (answer.mediaType !== null) {
    members.push(ts`mediaType: ${tsString(answer.mediaType)}`, ts`text: ${tsString(answer.text)}`);
  }
  if (answer.decoded !== undefined) members.push(ts`decoded: ${tsValue(answer.decoded)}`);
  const test = tsIdentifier(answer.status < 300 ? 'itDecodes' : 'itRejects');
  return { test, answer: ts`{ ${join(members, ', ')} }` };
}
