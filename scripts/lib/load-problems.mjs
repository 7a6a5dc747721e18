// The table of problems, from the current sources.
import { fromSources } from './from-sources.mjs';

/** By family, in the form that `pageWith` takes. */
export async function loadProblems() {
  const { module } = await fromSources(
    'problems',
    `export { allCodes, infoOf, pageOf } from './core/problems';
     export { english } from './core/messages/en';
     export { generalMessageOf } from './core/messages/render';`,
  );
  const { allCodes, infoOf, pageOf, english, generalMessageOf } = module;
  const families = new Map();
  for (const code of allCodes) {
    const kinds = families.get(pageOf(code)) ?? [];
    families.set(pageOf(code), [...kinds, { code, info: infoOf(code), sentence: generalMessageOf(code, english) }]);
  }
  return families;
}
