/** Tells which variants of a schema have a field, and which require it. */
export default function OnlyIn({ variants }: { readonly variants: string }) {
  return <div className="aside">{variants}</div>;
}
