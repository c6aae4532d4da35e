import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { NestedData, NestedRow } from '@plumbline/emit-docs';
import DataTable from '@site/src/components/DataTable';
import Notes from '@site/src/components/Notes';
import OnlyIn from '@site/src/components/OnlyIn';
import RichText from '@site/src/components/RichText';
import type { ReactNode } from 'react';

/**
 * Fields of an object or variants of a value, to open in place: a disclosure of the browser's own, so that it works without
 * scripts. Where the page tells of them already, a link.
 */
export default function Nested({ label, href, id, rows, by, variants, total }: NestedData) {
  useBrokenLinks().collectAnchor(id);
  if (href !== undefined) {
    return (
      <div className="aside">
        see <Link to={href}>{label}</Link>
      </div>
    );
  }
  const listed = rows?.length ?? variants?.length ?? 0;
  const count = total ?? listed;
  // A schema that has no name is told by what it holds.
  const isNamed = rows === undefined || label !== 'fields';
  const counted = `${count} ${rows === undefined ? 'variant' : 'field'}${count === 1 ? '' : 's'}`;
  const about =
    rows === undefined
      ? [counted, by && `by ${by}`].filter(Boolean).join(' ')
      : `${isNamed ? 'object, ' : ''}${counted}`;
  const more = count > listed ? `and ${count - listed} more` : null;
  return (
    <details id={id} className="nested">
      <summary>
        {isNamed ? (
          <>
            <code>{label}</code> <span className="nested__about">{about}</span>
          </>
        ) : (
          about
        )}
      </summary>
      {rows === undefined ? (
        <Variants variants={variants ?? []} more={more} />
      ) : (
        <Fields rows={rows} more={more} />
      )}
    </details>
  );
}

interface FieldsProps {
  readonly rows: readonly NestedRow[];
  readonly more: string | null;
}

function Fields({ rows, more }: FieldsProps): ReactNode {
  return (
    <DataTable>
      <tbody>
        {rows.map(({ name, type, text, notes, only, nested }) => (
          <tr key={name}>
            <td>
              <code>{name}</code>
            </td>
            <td>
              <code>{type}</code>
            </td>
            <td>
              <RichText of={text} />
              {notes !== undefined && <Notes>{notes}</Notes>}
              {only !== undefined && <OnlyIn variants={only} />}
              {nested !== undefined && <Nested {...nested} />}
            </td>
          </tr>
        ))}
        {more !== null && (
          <tr>
            <td colSpan={3}>{more}</td>
          </tr>
        )}
      </tbody>
    </DataTable>
  );
}

interface VariantsProps {
  readonly variants: readonly (string | NestedData)[];
  readonly more: string | null;
}

function Variants({ variants, more }: VariantsProps): ReactNode {
  return (
    <ul>
      {variants.map((variant, index) => (
        <li key={index}>{typeof variant === 'string' ? <code>{variant}</code> : <Nested {...variant} />}</li>
      ))}
      {more !== null && <li>{more}</li>}
    </ul>
  );
}
