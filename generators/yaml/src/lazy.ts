/** A function that computes its answer on the first call and repeats it afterwards. */
export function lazy<T>(compute: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => {
    answer ??= { value: compute() };
    return answer.value;
  };
}
