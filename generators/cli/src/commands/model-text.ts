import type { ProviderModel } from '@plumbline/model';

/** The models as JSON, without the bundled documents: one as an object, several as an array. */
export function modelText(models: readonly ProviderModel[]): string {
  const [first] = models;
  const printed =
    models.length === 1 && first !== undefined ? withoutDocument(first) : models.map(withoutDocument);
  return `${JSON.stringify(printed, null, 2)}\n`;
}

function withoutDocument({ document: _, ...model }: ProviderModel): Omit<ProviderModel, 'document'> {
  return model;
}
