import type { CodeItem } from '@plumbline/read-resource-pages';
import { codeText } from '../page/code-text.ts';
import { type OpenPage, offsetOf } from '../page/open-page.ts';
import { type Edit, insertion } from '../text/edits.ts';
import { codeItems } from './shown.ts';
import { type Slot, slotValue } from './slot.ts';

/** An entry of `props`, as published manifests indent it. */
const ENTRY = /^ {4}- name: *(.*)$/;
const MEMBER = /^(?:# |- name:| {2}props: *$| {4}- name:| {6}(?:value|description|valid_values|default):)/;
const DESCRIPTION = /^ {6}description: *(.*)$/;
const BLOCK = /^[>|][+-]?\d?$/;
/** What a plain scalar of YAML may neither start with nor hold (YAML 1.2, section 7.3.3). */
const UNPLAIN = /^[[\]{}&*!|>'"%@`#,?:-]|: |:$| #/;
/** A key, or the name of an entry, that starts as no plain scalar may: `@odata.type`. */
const RESERVED = /^( *(?:- +)*(?:name: *)?)([@`%][^\s:]+)(?=: |:?\s*$)/;

function manifests(open: OpenPage): readonly CodeItem[] {
  const starts = new Set(
    open.page.examples.flatMap(({ language, source }) =>
      language === 'manifest' ? [offsetOf(open.layout, source)] : [],
    ),
  );
  return codeItems(open).filter(({ start }) => starts.has(start));
}

function isTemplate({ layout }: OpenPage, { start }: CodeItem): boolean {
  return layout.text.startsWith('<', start);
}

/** Adds what a resource takes to its manifest, in the manner of the entries that it has. */
export function manifestEdits(
  open: OpenPage,
  slots: readonly (Slot & { readonly isBody: boolean })[],
): readonly Edit[] {
  const [item] = manifests(open);
  if (item === undefined || slots.length === 0) return [];
  const lines = linesOf(item.code.text);
  const entries = lines.flatMap(({ text, start }) => {
    const [, name] = ENTRY.exec(text) ?? [];
    return name === undefined ? [] : [{ name: name.trim(), start }];
  });
  const first = entries[0];
  if (first === undefined) return [];
  const known = new Set(entries.map(({ name }) => name));
  const isTemplated = /^ {6}value: *["{]/m.test(item.code.text);
  const textOf = (slot: Slot): string => {
    const name = slot.name.replace(/^data__/, '');
    const value = isTemplated ? slotValue(slot, false).replaceAll("'", '"') : slot.type;
    return `    - name: ${scalar(name)}\n      value: ${value}\n      description: ${
      slot.required ? `Required parameter for the ${open.page.name.value} resource.` : '""'
    }\n`;
  };
  const isNew = ({ name }: Slot): boolean => !known.has(name.replace(/^data__/, ''));
  const params = slots.filter((slot) => !slot.isBody && isNew(slot)).map(textOf);
  const fields = slots.filter((slot) => slot.isBody && isNew(slot)).map(textOf);
  const edits: Edit[] = [];
  if (params.length > 0) edits.push(insertion(first.start, params.join('')));
  const { length } = item.code.text;
  if (fields.length > 0) {
    const isEnded = item.code.text.endsWith('\n');
    edits.push(insertion(length, isEnded ? fields.join('') : `\n${fields.join('').trimEnd()}`));
  }
  return edits.map((edit) => codeText(item.code, isTemplate(open, item), edit));
}

function scalar(text: string): string {
  return /^[A-Za-z_$][\w.$-]*$/.test(text) ? text : JSON.stringify(text);
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { text: line, start };
    start += line.length + 1;
    return found;
  });
}

/** Mends the manifest at an offset: what goes on over several lines is indented, what is no plain scalar is quoted. */
export function mendManifest(open: OpenPage, offset: number): readonly Edit[] {
  const item = manifests(open).find(({ start, end }) => start <= offset && offset <= end);
  if (item === undefined) return [];
  const edits: Edit[] = [];
  let inDescription = false;
  const lines = linesOf(item.code.text);
  const longer = longerMembers(lines);
  for (const [i, line] of lines.entries()) {
    const end = line.start + line.text.length;
    const [, said] = DESCRIPTION.exec(line.text) ?? [];
    if (MEMBER.test(line.text)) inDescription = said !== undefined;
    const [, before = '', name] = inDescription ? [] : (RESERVED.exec(line.text) ?? []);
    if (name !== undefined) {
      const at = line.start + before.length;
      edits.push({ start: at, end: at + name.length, text: JSON.stringify(name) });
    } else if (MEMBER.test(line.text)) {
      if (said === undefined || BLOCK.test(said)) continue;
      const at = end - said.length;
      if (longer.has(i))
        edits.push({ start: at, end, text: said.trim() === '' ? '>' : `>\n        ${unquoted(said)}` });
      else if (UNPLAIN.test(said) && !isQuoted(said))
        edits.push({ start: at, end, text: JSON.stringify(said) });
    } else if (inDescription && line.text.trim() !== '' && !line.text.startsWith('        '))
      edits.push({ start: line.start, end, text: `        ${line.text}` });
  }
  return edits.map((edit) => codeText(item.code, isTemplate(open, item), edit));
}

/** The members that go on behind their line. */
function longerMembers(lines: readonly Line[]): ReadonlySet<number> {
  const longer = new Set<number>();
  let member = -1;
  for (const [i, { text }] of lines.entries()) {
    if (MEMBER.test(text)) member = i;
    else if (text.trim() !== '' && member !== -1) longer.add(member);
  }
  return longer;
}

function isQuoted(text: string): boolean {
  return /^"(?:[^"\\]|\\.)*"$|^'(?:[^']|'')*'$/.test(text.trim());
}

function unquoted(text: string): string {
  return isQuoted(text) ? text.trim().slice(1, -1) : text;
}
