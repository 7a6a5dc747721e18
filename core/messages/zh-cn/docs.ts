/** What the schema and the rules say of fields and types, by their own English text; undefined for what is not here. */
import { layerDocs, patterns } from './field-docs-layers';
import { forkDocs } from './fork-docs';
import { netDocs } from './field-docs-net';
import { summaries } from './summaries';

const whole: ReadonlyMap<string, string> = new Map([netDocs, layerDocs, summaries, forkDocs].flatMap((table) => Object.entries(table)));

export function docs(own: string): string | undefined {
  const known = whole.get(own);
  if (known !== undefined) return known;
  const pattern = patterns.find(([shape]) => shape.test(own));
  return pattern && own.replace(...pattern);
}
