import Breakable from '@site/src/components/Breakable';
import { Fragment, isValidElement, type ReactNode } from 'react';
import { type Note, notesIn } from './groups';

const NAMES: { readonly [name: string]: string } = {
  wire: 'sent as',
  minimum: 'at least',
  maximum: 'at most',
  exclusiveMinimum: 'above',
  exclusiveMaximum: 'below',
  minLength: 'min. length',
  maxLength: 'max. length',
  minItems: 'min. items',
  maxItems: 'max. items',
  minProperties: 'min. members',
  maxProperties: 'max. members',
  multipleOf: 'multiple of',
  uniqueItems: 'unique items',
};

/** What is known of a value beyond its description: which ones are allowed, its default, bounds and so on. */
export default function Notes({ children }: { readonly children?: ReactNode }) {
  return (
    <span className="notes">
      {notesIn(textOf(children)).map((note, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          <OneNote {...note} />
        </Fragment>
      ))}
    </span>
  );
}

/** MDX makes links of some values. */
function textOf(node: ReactNode): string {
  if (isValidElement<{ children?: ReactNode }>(node)) return textOf(node.props.children);
  return Array.isArray(node) ? node.map(textOf).join('') : String(node ?? '');
}

function OneNote(note: Note) {
  if (note.kind === 'word') return note.text;
  if (note.kind === 'values') {
    return (
      <>
        {note.values.length > 1 ? 'one of' : 'only'} <Values of={note.values} />
      </>
    );
  }
  const { name, value } = note;
  return (
    <>
      {NAMES[name] ?? name} {name === 'title' ? value : <Values of={[value]} />}
    </>
  );
}

function Values({ of }: { readonly of: readonly string[] }) {
  return of.map((value, index) => (
    <Fragment key={index}>
      {index > 0 && ', '}
      <code>
        <Breakable text={value} />
      </code>
    </Fragment>
  ));
}
