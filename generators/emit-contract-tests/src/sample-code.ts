import { type Encoded, ts, tsKey, tsString } from '@plumbline/render';
import { Binary, type Sample } from './sample.ts';

/** A sample as a TypeScript expression; bytes as a `Blob`. */
export function sampleCode(value: Sample): Encoded<'ts'> {
  if (value instanceof Binary) return ts`new Blob([${tsString(value.text)}])`;
  if (typeof value === 'string') return tsString(value);
  if (value === null || typeof value !== 'object') return String(value) as Encoded<'ts'>;
  if (Array.isArray(value))
    return `[${value.map((item: Sample) => sampleCode(item)).join(', ')}]` as Encoded<'ts'>;
  const members = Object.entries(value).map(([key, item]) => `${tsKey(key)}: ${sampleCode(item as Sample)}`);
  return (members.length === 0 ? '{}' : `{ ${members.join(', ')} }`) as Encoded<'ts'>;
}
