/**
 * Translations of the documentation in the schema and the rules, by its English text; undefined where there is none.
 */
import { deepDetectDocs, deepDetectSummaries } from './field-docs-deepdetect';
import { detectionDocs } from './field-docs-detection';
import { engineDocs } from './field-docs-engines';
import { flownet2Docs } from './field-docs-flownet2';
import { forkFieldDocs } from './field-docs-forks';
import { happynearDocs } from './field-docs-happynear';
import { layerDocs, patterns } from './field-docs-layers';
import { netDocs } from './field-docs-net';
import { forkValues } from './field-docs-values';
import { summaries } from './summaries';
import { atlasDocs } from './summaries-atlas';
import { forkDocs } from './summaries-forks';

const whole: ReadonlyMap<string, string> = new Map(
  [
    netDocs,
    layerDocs,
    summaries,
    forkDocs,
    atlasDocs,
    detectionDocs,
    deepDetectDocs,
    deepDetectSummaries,
    forkFieldDocs,
    flownet2Docs,
    happynearDocs,
    engineDocs,
    forkValues,
  ].flatMap((table) => Object.entries(table)),
);

export function docs(own: string): string | undefined {
  const known = whole.get(own);
  if (known !== undefined) return known;
  const pattern = patterns.find(([shape]) => shape.test(own));
  return pattern && own.replace(...pattern);
}
