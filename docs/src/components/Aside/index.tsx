import type { MethodLink, RowData } from '@plumbline/emit-docs';
import Nested from '@site/src/components/Nested';
import Notes from '@site/src/components/Notes';
import OnlyIn from '@site/src/components/OnlyIn';
import PageLink from '@site/src/components/PageLink';
import RichText from '@site/src/components/RichText';
import { Fragment } from 'react';

/** What a row of a table of fields or parameters tells beyond its cells. */
export default function Aside({ of }: { readonly of: RowData }) {
  const { items, only, nested, differing, used } = of;
  return (
    <>
      {items !== undefined && <div className="aside">items: {items}</div>}
      {only !== undefined && <OnlyIn variants={only} />}
      {nested !== undefined && <Nested {...nested} />}
      {differing !== undefined && (
        <div className="per-method">
          <ul>
            {differing.map(({ methods, type, text, notes }, index) => (
              <li key={index}>
                <Methods of={methods} />: <code>{type}</code> <RichText of={text} />
                {notes !== undefined && <Notes>{notes}</Notes>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {used !== undefined && (
        <div className="aside">
          {used.in !== '' && <>in {used.in}, </>}used by{' '}
          {used.by === null ? 'every method' : <Methods of={used.by} />}
        </div>
      )}
    </>
  );
}

/** Methods by their names, which lead to their rows. */
function Methods({ of }: { readonly of: readonly MethodLink[] }) {
  return of.map((method, index) => {
    const [name, id] = typeof method === 'string' ? [method, method] : method;
    return (
      <Fragment key={name}>
        {index > 0 && ', '}
        <PageLink to={id}>
          <code>{name}</code>
        </PageLink>
      </Fragment>
    );
  });
}
