import type { ProviderExamples } from '@plumbline/emit-client/examples';
import type { ProviderModel } from '@plumbline/model';

/** The examples of a model, begun when they are asked for first. */
export function examplesOf(model: ProviderModel): () => Promise<ProviderExamples> {
  let begun: Promise<ProviderExamples> | null = null;
  const begin = async (): Promise<ProviderExamples> => {
    const { providerExamples } = await import('@plumbline/emit-client/examples');
    return providerExamples(model);
  };
  return () => {
    begun ??= begin();
    return begun;
  };
}
