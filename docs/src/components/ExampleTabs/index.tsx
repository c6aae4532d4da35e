import type { Props as ExampleProps } from '@site/src/components/Example';
import TabSet from '@site/src/components/TabSet';
import { useRemembered } from '@site/src/hooks/remembered';
import { Children, isValidElement, type ReactNode } from 'react';
import styles from './styles.module.css';

/** Examples in several languages, one a tab; the reader's language is remembered, and so is the form of the values. */
export default function ExampleTabs({ children }: { readonly children: ReactNode }) {
  const examples = Children.toArray(children).flatMap((child) =>
    isValidElement<ExampleProps>(child) ? [child.props] : [],
  );
  const byLanguage = Map.groupBy(examples, ({ language }) => language);
  const tabs = [...byLanguage].map(([value, forms]) => ({
    value,
    label: forms[0]?.label ?? value,
    children: <Forms forms={forms} />,
  }));
  return <TabSet tabs={tabs} memory="language" />;
}

/** The forms of an example, with a switch where there are two. */
function Forms({ forms }: { readonly forms: readonly ExampleProps[] }) {
  const [remembered, remember] = useRemembered('values');
  const template = forms.find(({ form }) => form === 'template');
  const filled = forms.find((one) => one !== template);
  if (template === undefined || filled === undefined) return <>{forms[0]?.children}</>;
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
      <div hidden={asTemplate}>{filled.children}</div>
      <div hidden={!asTemplate}>{template.children}</div>
    </>
  );
}
