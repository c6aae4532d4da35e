import Link from '@docusaurus/Link';
import { useDoc } from '@docusaurus/plugin-content-docs/client';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { ExampleData } from '@plumbline/emit-docs';
import TabSet from '@site/src/components/TabSet';
import { useRemembered } from '@site/src/hooks/remembered';
import CodeBlock from '@theme/CodeBlock';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

interface Props {
  /** What links to the example go to. */
  readonly id?: string;
  /** A call with values in it; absent where no values are known. */
  readonly of?: ExampleData;
  /** The statement with a placeholder for each value. */
  readonly children: ReactNode;
}

/** Examples in several languages, one a tab; the reader's language is remembered, and so is the form of the values. */
export default function ExampleTabs({ id, of, children }: Props) {
  useBrokenLinks().collectAnchor(id);
  const tabs = [{ value: 'sql', label: 'SQL', children: <Forms filled={of?.sql} template={children} /> }];
  if (of !== undefined) {
    tabs.push(
      {
        value: 'typescript',
        label: 'TypeScript',
        children: <Call code={of.typescript} />,
      },
      { value: 'curl', label: 'cURL', children: <CodeBlock language="bash">{of.curl}</CodeBlock> },
    );
  }
  return (
    <div id={id}>
      <TabSet tabs={tabs} memory="language" />
    </div>
  );
}

/** A call of the client, which the provider's page makes. */
function Call({ code }: { readonly code: string }) {
  const [, provider] = useDoc().metadata.slug.split('/');
  return (
    <>
      <CodeBlock language="ts">{code}</CodeBlock>
      <p className="aside">
        It calls the client that the <Link to={`/${provider}#first-call`}>first call</Link> makes.
      </p>
    </>
  );
}

interface FormsProps {
  readonly filled: string | undefined;
  readonly template: ReactNode;
}

/** The forms of a statement, with a switch where there are two. */
function Forms({ filled, template }: FormsProps) {
  const [remembered, remember] = useRemembered('values');
  if (filled === undefined) return <>{template}</>;
  const asTemplate = remembered === 'template';
  return (
    <>
      <label className={styles.toggle}>
        <input
          type="checkbox"
          checked={asTemplate}
          onChange={(event) => remember(event.currentTarget.checked ? 'template' : 'filled')}
        />
        <span>Placeholders instead of values</span>
      </label>
      <div hidden={asTemplate}>
        <CodeBlock language="sql">{filled}</CodeBlock>
      </div>
      <div hidden={!asTemplate}>{template}</div>
    </>
  );
}
