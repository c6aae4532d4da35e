import Link from '@docusaurus/Link';
import type { RichText as Rich, RichElement } from '@plumbline/render';
import Breakable from '@site/src/components/Breakable';
import DataTable from '@site/src/components/DataTable';
import Prose from '@site/src/components/Prose';
import CodeBlock from '@theme/CodeBlock';
import { createElement, Fragment, type ReactNode } from 'react';

/** A description that was read from Markdown when the page was emitted. */
export default function RichText({ of }: { readonly of: Rich }): ReactNode {
  if (typeof of === 'string') return of;
  return of.map((part, index) => (
    <Fragment key={index}>{typeof part === 'string' ? part : <RichPart {...part} />}</Fragment>
  ));
}

/** The elements that a description may come to, and no others. */
function RichPart(part: RichElement): ReactNode {
  switch (part.el) {
    case 'br':
    case 'hr':
      return createElement(part.el);
    case 'a':
      return (
        <Link href={part.href} title={part.title}>
          <RichText of={part.of} />
        </Link>
      );
    case 'ol':
      return (
        <ol start={part.start}>
          <RichText of={part.of} />
        </ol>
      );
    case 'pre':
      return <CodeBlock>{String(part.of)}</CodeBlock>;
    case 'Prose':
      return (
        <Prose>
          <RichText of={part.of} />
        </Prose>
      );
    case 'table':
      return <RichTable head={part.head} rows={part.rows} />;
    case 'code':
      return (
        <code>{typeof part.of === 'string' ? <Breakable text={part.of} /> : <RichText of={part.of} />}</code>
      );
    case 'p':
    case 'em':
    case 'strong':
    case 'ul':
    case 'li':
    case 'blockquote':
      return createElement(part.el, null, <RichText of={part.of} />);
  }
}

function RichTable({
  head,
  rows,
}: {
  readonly head: readonly Rich[];
  readonly rows: readonly (readonly Rich[])[];
}) {
  return (
    <DataTable>
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th key={index}>
              <RichText of={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          <tr key={line}>
            {row.map((cell, index) => (
              <td key={index}>
                <RichText of={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
