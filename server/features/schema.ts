/** Which Caffe a document is read with, and why. */
import type { Analysis } from '#core/analysis/analysis';
import { dialectIds, labelOf } from '#core/dialects/index';
import { say, type Language } from '#core/messages/language';
import { shown } from '#core/messages/shown';
import type { SchemaAnswer } from '#protocol/requests';

/** The most names listed as reasons. */
const maxNames = 4;

export function schemaAnswer(analysis: Analysis, language: Language): SchemaAnswer {
  const { id, label } = analysis.dialect;
  const choices = dialectIds.map((each) => ({ id: each, label: labelOf(each) }));
  const comment = analysis.comments.schema ?? null;
  return { id, label: shown(label), why: whyOf(analysis, language), comment, choices };
}

/** In one sentence. */
export function whyOf({ dialect: { label }, reason }: Analysis, { hover }: Language): string {
  if (reason.kind !== 'names') return say(hover, `schema/${reason.kind}`, { dialect: label });
  const { names } = reason;
  if (names.length <= maxNames) return say(hover, 'schema/names', { dialect: label, names });
  const args = { dialect: label, names: names.slice(0, maxNames), count: names.length - maxNames };
  return say(hover, 'schema/more-names', args);
}
