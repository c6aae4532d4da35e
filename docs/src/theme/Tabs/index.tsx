import TabSet from '@site/src/components/TabSet';
import type { Props as ItemProps } from '@site/src/theme/TabItem';
import { Children, isValidElement, type ReactNode } from 'react';

interface Props {
  readonly defaultValue?: string;
  /** Labels by value, where the items do not bear them. */
  readonly values?: readonly { readonly value: string; readonly label?: string }[];
  /** Tabs of one group show the same choice and remember it. */
  readonly groupId?: string;
  readonly children: ReactNode;
}

/** Tabs as the pages write them (`<Tabs defaultValue values>` around `<TabItem value>`). */
export default function Tabs({ defaultValue, values = [], groupId, children }: Props) {
  const tabs = Children.toArray(children).flatMap((child) => {
    if (!isValidElement<ItemProps>(child)) return [];
    const { value, label, children: content } = child.props;
    const known = values.find((one) => one.value === value);
    return [{ value, label: label ?? known?.label ?? value, children: content }];
  });
  return <TabSet tabs={tabs} initial={defaultValue} memory={groupId && `tabs.${groupId}`} />;
}
