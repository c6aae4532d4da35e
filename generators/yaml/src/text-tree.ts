/** A member of a mapping, or an item of a sequence under its number. */
export interface Entry {
  readonly key: string;
  /** The value. */
  readonly node: number;
  /** Where the key or the item begins. Null where nothing is written: an empty item. */
  readonly offset: number | null;
}

/** The values of a text by their numbers, each at its place. */
export interface TextTree {
  /** The document's first node. */
  readonly root: number;
  /** Numbers below which all nodes are. */
  readonly count: number;
  /** The key whose values are those of the mapping around it too, if there is one. */
  readonly mergeKey: string | null;
  /** What an alias stands for; any other node itself. */
  readonly targetOf: (node: number) => number;
  readonly isMapping: (node: number) => boolean;
  /** Where a node's own text starts, an opening quote included, its tag and anchor left out. */
  readonly offsetOf: (node: number) => number | null;
  /** Of a mapping or a sequence, in the order of the text; none of any other node. */
  readonly childrenOf: (node: number) => readonly Entry[];
}
