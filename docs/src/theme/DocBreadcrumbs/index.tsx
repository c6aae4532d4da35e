import CopyPage from '@site/src/components/CopyPage';
import DocBreadcrumbs from '@theme-original/DocBreadcrumbs';

export default function DocBreadcrumbsWithTwin() {
  return (
    <div className="page-top">
      <DocBreadcrumbs />
      <CopyPage />
    </div>
  );
}
