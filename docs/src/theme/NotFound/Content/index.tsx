import Link from '@docusaurus/Link';

/** What is shown where there is no page: the ways on. */
export default function NotFoundContent() {
  return (
    <main className="container margin-vert--xl not-found">
      <h1>There is no such page</h1>
      <p>
        The address is misspelt, or what it described is gone: the page of a resource disappears when the
        provider no longer has the resource.
      </p>
      <ul>
        <li>
          <Link to="/">All providers and services</Link>
        </li>
        <li>
          <Link to="/search">Search</Link>
        </li>
      </ul>
    </main>
  );
}
