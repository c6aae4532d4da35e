import { createProcessor } from '@mdx-js/mdx';
import { clientSettings, type Diagnostic, dictionary, type ProviderModel } from '@plumbline/model';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { textOf } from '@plumbline/render/testing';
import { load } from 'js-yaml';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import { dataPath } from './data/data-file.ts';
import { emitDocs } from './emit-docs.ts';
import { evaluatePage } from './evaluate-page.ts';
import { factsOfPage, pageFacts } from './page-facts.ts';
import {
  body,
  field,
  method,
  model,
  operation,
  param,
  resource,
  service,
  stringSchema,
} from './sample-model.ts';
import { OWN_COMPONENTS } from './views/page.ts';

/** A name, a text, and what Markdown shows of it where that is not the text. */
const CLASSES: [string, string, string?][] = [
  ['an expression', '{process.env.SECRET}'],
  ['a lone brace', 'a } b { c'],
  ['a script', '<script>alert(1)</script>'],
  ['an event handler', '<img src=x onerror="alert(1)">'],
  ['ends of cell, row and table', '</td></tr></tbody></table>'],
  ['an end of tabs', '</TabItem></Tabs>'],
  ['an end of a code block', '`}</CodeBlock>'],
  ['a component', '<CopyableCode code="x" />'],
  ['a comment', '<!-- a --> {/* b */}'],
  ['ESM', 'import x from "y"; export default 1'],
  ['a directive', ':::danger a :b[c]{d=e}'],
  ['a template literal', '`${process.env.SECRET}`', '${process.env.SECRET}'],
  ['a link to a script', '[a](javascript:alert(1))'],
  ['a definition', '[a]: javascript:alert(1)'],
  ['a remote image', '![a](javascript:alert(1))'],
  ['references', '&lt;b&gt; &amp;nbsp; &#60;'],
  ['front matter', '--- # a: [b'],
  ['a fence', '``` ~~~ ````'],
  ['quotes', `"a" 'b' "`],
  ['the end of a string in SQL', `'; DROP TABLE a; --`],
  ['the end of a comment', '*/ -- } */'],
  ['a heading', '## Methods', 'Methods'],
  ['a table', '| a | b |'],
  ['a list', '- a 1. b', 'a 1. b'],
  ['a template', '{{ a }} {{#each b}}'],
  ['backslashes', 'a\\b \\" \\` \\{', 'a\\b " ` \\{'],
  ['a path', '../../etc/passwd'],
  ['a prototype', '__proto__', 'proto'],
  ['an override', 'a\u202eb\u2028c'],
];

/** Everything that a document says of a resource is `text`. */
function hostileModel(text: string): ProviderModel {
  const facts = {
    description: text,
    type: text.replace(/[()]/g, '') || 'string',
    format: text.replace(/[()]/g, ''),
    enum: [text, 'A'],
    default: text,
    examples: [text],
    pattern: text,
    schema: stringSchema({ title: text }),
  };
  const params = [param(text, { ...facts, required: true }), param('plain', facts)];
  const verbs = ['insert', 'update', 'replace', 'delete', 'exec'] as const;
  const one = resource(
    'one',
    [
      method(text, { description: text, params, fields: [field(text, facts)], operation: 'GET /' }),
      ...verbs.map((sqlVerb) =>
        method(`${sqlVerb}_it`, {
          sqlVerb,
          description: text,
          params,
          body: body(field('other', { ...facts, required: true })),
        }),
      ),
    ],
    { summary: text, lifecycle: text },
  );
  return model([service('things', [one], { description: text })], {
    title: text,
    description: text,
    specVersion: text,
    operations: dictionary([['GET /', operation('GET /', text)]]),
    serverVariables: [{ name: text, url: `https://${text}`, default: text, env: text, description: text }],
    securitySchemes: [
      { name: 'key', type: 'apiKey', description: text, origin: { file: 'openapi.yaml', pointer: '' } },
    ],
    settings: clientSettings(text, { auth: dictionary([['key', { prefix: text, env: text }]]) }),
  });
}

/** What a run finds, in words of the document. */
const findings = (text: string): readonly Diagnostic[] =>
  ['acme.things.one', text].map((resource) => ({
    code: 'param-missing-from-page',
    severity: 'error',
    message: text,
    hint: text,
    subject: { resource },
    source: { file: text, line: 1, column: 1 },
    related: [{ message: text, source: { file: text, line: 2, column: 1 } }],
  }));

interface MarkdownNode {
  readonly type: string;
  readonly url?: string;
  readonly children?: readonly MarkdownNode[];
}

/** The nodes of a Markdown document that is no MDX. */
function markdownNodes(content: string): readonly MarkdownNode[] {
  const all = (node: MarkdownNode): readonly MarkdownNode[] => [node, ...(node.children ?? []).flatMap(all)];
  return all(createProcessor({ format: 'md', remarkPlugins: [remarkGfm] }).parse(content) as MarkdownNode);
}

const ELEMENTS = new Set(
  (
    'fragment h2 h3 p br hr a code pre b em strong small ul ol li blockquote table thead tbody tr th td details summary ' +
    `CopyableCode CodeBlock Tabs TabItem ${OWN_COMPONENTS.join(' ')}`
  ).split(' '),
);
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text of rich text. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join('');
  if (typeof value !== 'object' || value === null) return String(value);
  return 'of' in value ? wordsOf(value.of) : ' ';
}

describe.each(CLASSES)('%s', (_name, text, shown = text) => {
  const hostile = hostileModel(text);
  const changelog = `${text}\n\n## ${text}\n\n- ${text}\n\n### ${text}\n\n${text}\n`;
  const emitted = emitDocs(hostile, {
    findings: findings(text),
    changelog: { path: text, text: changelog },
  }).files;
  const files = emitted.filter(({ path }) => path.endsWith('.md') && !path.startsWith('_'));
  const dataBeside = (path: string) => emitted.find((file) => file.path === dataPath(path))?.content;
  const twins = emitted.filter(({ path }) => path.startsWith('_'));

  it('neither breaks a page nor comes to life on it', () => {
    for (const { path, content } of files) {
      const elements = evaluatePage(content, dataBeside(path));
      expect(elements.filter(({ type }) => !ELEMENTS.has(type))).toEqual([]);
      const links = elements.flatMap(({ type, props }) => (type === 'a' ? [String(props.href)] : []));
      expect(links.filter((href) => !/^(?:https?:\/\/|[#/])/.test(href))).toEqual([]);
      expect(elements.flatMap(({ props }) => Object.keys(props).filter((key) => /^on/i.test(key)))).toEqual(
        [],
      );
      expect(path.split('/').every((segment) => /^[\w-][\w.-]*$/.test(segment))).toBe(true);
      expect(content).not.toMatch(/[\u202a-\u202e\u2028]/);
    }
  });

  it('is shown as it is written', () => {
    const page = files.find(({ path }) => path.endsWith('one/index.md'));
    const elements = evaluatePage(page?.content ?? '', dataBeside(page?.path ?? ''));
    const cells = elements.filter(({ type }) => type === 'td');
    expect(cells.filter((cell) => folded(textOf(cell)).includes(folded(shown))).length).toBeGreaterThan(6);
    const codes = elements.flatMap(({ type, props }) => (type === 'CopyableCode' ? [props.code] : []));
    expect(codes).toContain(text);
    const paragraphs = elements
      .filter(({ type }) => type === 'p' || type === 'li')
      .map((one) => folded(textOf(one)));
    expect(paragraphs).toContain(folded(shown));
  });

  it('is plain text in the data beside a page, in elements and links of ours', () => {
    const [file] = emitted.filter(({ path }) => path.endsWith('/facts.json'));
    const members: [string, unknown][] = [];
    JSON.parse(file?.content ?? '', (key, value) => {
      members.push([key, value]);
      return value;
    });
    const of = (name: string) => members.flatMap(([key, value]) => (key === name ? [String(value)] : []));
    expect(of('href').filter((href) => !/^(?:https?:\/\/|mailto:|#)/.test(href))).toEqual([]);
    expect(of('el').filter((el) => !ELEMENTS.has(el))).toEqual([]);
    const texts = members.flatMap(([key, value]) => (key === 'text' ? [folded(wordsOf(value))] : []));
    expect(texts.filter((value) => value.includes(folded(shown))).length).toBeGreaterThan(0);
    expect(file?.content).not.toMatch(/[\u202a-\u202e\u2028]/);
  });

  it('reads back, and stays in its string of SQL', () => {
    const pages = files
      .filter(({ path }) => path.endsWith('index.md'))
      .map(({ path, content }) => ({ path, text: content }));
    const { resources, diagnostics } = readResourcePages(pages, { provider: 'acme' });
    expect(diagnostics).toEqual([]);
    const [one] = hostile.services[0]?.resources ?? [];
    expect(resources.map(factsOfPage)).toEqual(one === undefined ? [] : [pageFacts(hostile, one)]);
    const statements = resources.flatMap(({ examples }) => examples).map((example) => example.statements);
    expect(statements.map((list) => list.length)).toEqual([1, 1, 0, 1, 1, 1, 1]);
  });

  it('comes out of twins as text, wherever they are rendered', () => {
    expect(twins.length).toBe(8);
    for (const { path, content } of twins) {
      const nodes = markdownNodes(content);
      expect(
        nodes.filter(({ type }) => type === 'html' || type === 'image').map((node) => [path, node]),
      ).toEqual([]);
      const addresses = nodes.flatMap(({ url }) => (url === undefined ? [] : [url]));
      expect(addresses.filter((url) => !/^(?:https?:\/\/|mailto:|\/)/.test(url))).toEqual([]);
    }
  });

  it('leaves front matter and manifest YAML', () => {
    for (const { content } of files) {
      const [, frontMatter = ''] = /^---\n(.*?\n)---\n/s.exec(content) ?? [];
      expect(load(frontMatter)).toMatchObject({ custom_edit_url: null });
    }
    const elements = files.flatMap(({ path, content }) => evaluatePage(content, dataBeside(path)));
    const [manifest] = elements.filter(({ type }) => type === 'CodeBlock');
    expect(load(textOf(manifest))).toMatchObject([
      {
        name: 'one',
        props: [{ name: text, description: text, valid_values: [text, 'A'], default: text }, {}, {}],
      },
    ]);
  });
});
