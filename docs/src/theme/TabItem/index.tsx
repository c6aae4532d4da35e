import type { ReactNode } from 'react';

export interface Props {
  readonly value: string;
  readonly label?: string;
  readonly children?: ReactNode;
}

/** The content of a tab; its `Tabs` decide whether it is shown. */
export default function TabItem({ children }: Props) {
  return <>{children}</>;
}
