/** What parts a text into blocks on the pages that `emit-docs` writes; elsewhere, and inline, tags stay as they are. */
const BLOCKS: ReadonlySet<string> = new Set(
  'p ul ol li blockquote pre table thead tbody tr td th strong hr'.split(' '),
);

export function isBlockElement(name: string): boolean {
  return BLOCKS.has(name);
}

/** Puts prose together, as Markdown; what is in a `<Prose>` is told in elements of HTML. */
export interface ProseBuilder {
  readonly text: (text: string) => void;
  /** @param start the number of a list's first item. */
  readonly open: (name: string, start?: number) => void;
  readonly close: (name: string) => void;
  /** In a `<Prose>`. */
  readonly isInside: () => boolean;
  /** What is written now is the text of a code block. */
  readonly isCode: () => boolean;
  /** All of it; what is open still is closed. */
  readonly end: () => string;
}

interface Frame {
  readonly name: string;
  readonly start: number;
  prose: string;
  /** Of a list its items, of a table its rows, of a row its cells. */
  readonly members: string[];
}

/** End tags may be missing, as HTML allows. */
export function proseBuilder(): ProseBuilder {
  const root: Frame = { name: '', start: 1, prose: '', members: [] };
  const frames: Frame[] = [root];
  const top = (): Frame => frames.at(-1) ?? root;
  const text = (given: string): void => {
    const frame = top();
    frame.prose += frame.prose.endsWith('\n\n') ? given.trimStart() : given;
  };
  const closeTop = (): void => {
    const frame = frames.pop();
    if (frame !== undefined && frame !== root) settle(frame, top());
  };
  const closeTo = (name: string): void => {
    if (!frames.some((frame) => frame.name === name)) return;
    while (top().name !== name) closeTop();
    closeTop();
  };
  return {
    text,
    open: (name, start = 1) => {
      if (name !== 'strong' && top().name === 'p') closeTop();
      if ((name === 'li' || name === 'tr') && top().name === name) closeTop();
      if (CELLS.includes(name) && CELLS.includes(top().name)) closeTop();
      frames.push({ name, start, prose: '', members: [] });
      if (name === 'hr') closeTop();
    },
    close: closeTo,
    isInside: () => frames.length > 1,
    isCode: () => top().name === 'pre',
    end: () => {
      while (frames.length > 1) closeTop();
      return root.prose.trim();
    },
  };
}

const CELLS: readonly string[] = ['td', 'th'];

/** Adds what a closed element holds to the one around it. */
function settle({ name, start, prose, members }: Frame, outer: Frame): void {
  const inner = prose.trim();
  switch (name) {
    case 'li':
      outer.members.push(inner);
      break;
    case 'td':
    case 'th':
      outer.members.push(inner.replace(/(?<!\s)[^\S\n]*\n\s*/g, ' ').replaceAll('|', '\\|'));
      break;
    case 'tr':
      outer.members.push(`| ${members.join(' | ')} |`);
      break;
    case 'thead':
    case 'tbody':
      outer.members.push(...members);
      break;
    case 'table': {
      const [head = '', ...rows] = members;
      const rule = head.replace(/(?:[^|\\]|\\.)+/g, ' --- ');
      addBlock(outer, [head, rule, ...rows].join('\n'));
      break;
    }
    case 'ul':
    case 'ol': {
      const items = members.map((item, i) => listItem(item, name === 'ul' ? '- ' : `${start + i}. `));
      addBlock(outer, items.join('\n'), true);
      break;
    }
    case 'blockquote':
      addBlock(outer, inner.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>'));
      break;
    case 'pre':
      addBlock(outer, `\`\`\`\n${prose.replace(/\n$/, '')}\n\`\`\``);
      break;
    case 'Prose':
      outer.prose += inner;
      break;
    case 'strong':
      outer.prose += `**${inner}**`;
      break;
    case 'hr':
      addBlock(outer, '***');
      break;
    default:
      addBlock(outer, inner);
  }
}

function listItem(item: string, mark: string): string {
  return mark + item.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`);
}

/** Blank lines part blocks, save the lists of an item. */
function addBlock(outer: Frame, block: string, isList = false): void {
  const gap = outer.name === 'li' && isList ? '\n' : '\n\n';
  const before = outer.prose.trimEnd();
  outer.prose = `${before}${before === '' ? '' : gap}${block}\n\n`;
}
