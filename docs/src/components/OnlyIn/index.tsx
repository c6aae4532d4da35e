/** Tells which variants of a schema have a field. */
export default function OnlyIn({ variants }: { readonly variants: string }) {
  return <div className="aside">only in {variants}</div>;
}
