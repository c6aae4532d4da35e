import { type DraftDiagnostic, diagnose, type Located, type PageExample } from '@plumbline/model';
import type { DocumentedResource } from '../resources.ts';

/** Whether the examples are of their page: their methods, and the resources or views that their statements address. */
export function compareExampleAddresses(resource: DocumentedResource): readonly DraftDiagnostic[] {
  const { id, page, methods } = resource;
  const isOther = addressesElsewhere(resource);
  const addressed = page.examples.flatMap(({ statements }) => statements.map((one) => one.resource));
  const [first, ...more] = addressed;
  // Where they all address one other resource, it is the page's id that stands alone.
  const isAlone =
    first !== undefined &&
    more.length > 0 &&
    isOther(first) &&
    more.every((one) => one.value === first.value);
  return [
    ...(isAlone ? [otherId(resource, first)] : []),
    ...page.examples.flatMap((example) => [
      // A page without methods is reported as that.
      ...(methods.size === 0 ? [] : unknownMethod(resource, example)),
      ...(isAlone ? [] : example.statements)
        .filter((statement) => isOther(statement.resource))
        .map((statement) =>
          diagnose({
            code: 'example-other-resource',
            args: { name: statement.resource.value, resource: id },
            at: statement.resource.source,
            subject: { resource: id, ...(example.method === null ? {} : { method: example.method.value }) },
          }),
        ),
    ]),
  ];
}

/** Neither the page's resource, nor a view of it, nor a sibling that the Methods table names. */
function addressesElsewhere({ id, views, page }: DocumentedResource): (used: Located<string>) => boolean {
  const service = id.slice(0, id.lastIndexOf('.') + 1);
  const siblings = new Set(page.methods.map(({ resource }) => `${service}${resource ?? ''}`));
  return ({ value }) =>
    value !== id && !siblings.has(value) && !views.has(value.slice(value.lastIndexOf('.') + 1));
}

function otherId({ id, page }: DocumentedResource, used: Located<string>): DraftDiagnostic {
  return diagnose({
    code: 'page-id-differs',
    args: { id, used: used.value },
    at: page.id.source,
    subject: { resource: id },
    related: [{ message: 'the first of the examples', place: used.source }],
  });
}

function unknownMethod(
  { id, methods }: DocumentedResource,
  { method, statements }: PageExample,
): readonly DraftDiagnostic[] {
  const called = statements.flatMap((statement) => (statement.method === null ? [] : [statement.method]));
  const named = method === null ? called : [method, ...called];
  return named
    .filter(({ value }) => !methods.has(value))
    .slice(0, 1)
    .map(({ value: name, source }) =>
      diagnose({
        code: 'example-unknown-method',
        args: { name, resource: id },
        at: source,
        subject: { resource: id, method: name },
      }),
    );
}
