import Anchored from '@site/src/components/Anchored';
import DataTable from '@site/src/components/DataTable';
import MethodBadge from '@site/src/components/MethodBadge';
import MDXComponents from '@theme-original/MDXComponents';
import type { ComponentProps } from 'react';

/** A disclosure of the browser's own: it opens without scripts, and to a search in the page. */
function Details(props: ComponentProps<'details'>) {
  return <details {...props} className="disclosure" />;
}

export default { ...MDXComponents, Anchored, MethodBadge, table: DataTable, details: Details, Details };
