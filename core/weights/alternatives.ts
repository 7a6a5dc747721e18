/** The initial distribution of a weight with another filler: the same blob and fans, another rule. */
import type { Dialect } from '../dialects/dialect';
import type { Weight } from '../infer/types';
import type { Filled } from '../net/rules';
import { bind } from '../schema/bind';
import { parse } from '../text/parser';

/** A filler as it would be written: its type, and the fields that matter to it, spelled as in the text. */
export interface FillerChoice {
  readonly type: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Alternative extends Filled {
  readonly choice: FillerChoice;
}

/** The fillers that scale by n first, with each `variance_norm`; then the others with common values. */
export const usualChoices: readonly FillerChoice[] = [
  ...['xavier', 'msra'].flatMap((type) => [
    { type, fields: {} },
    { type, fields: { variance_norm: 'FAN_OUT' } },
    { type, fields: { variance_norm: 'AVERAGE' } },
  ]),
  { type: 'gaussian', fields: { std: '0.01' } },
  { type: 'uniform', fields: { min: '-0.05', max: '0.05' } },
  { type: 'constant', fields: { value: '0' } },
  { type: 'positive_unitball', fields: {} },
  { type: 'gaussian_unitball', fields: {} },
  { type: 'identity', fields: {} },
  { type: 'bilinear', fields: {} },
];

/** Those of the choices that Caffe accepts for this blob. */
export function alternativesFor(
  { shape, fanIn, fanOut }: Weight,
  { schema, fillers, label, forks }: Dialect,
): readonly Alternative[] {
  const type = schema.messages.get('FillerParameter');
  if (!type) return [];
  return usualChoices.flatMap((choice): readonly Alternative[] => {
    const rule = fillers.get(choice.type);
    if (!rule) return [];
    const { tree, problems } = parse(spellChoice(choice));
    const { message: filler } = bind(tree, type, { dialect: label, forks, syntaxProblems: problems });
    const filled = rule.fill({ filler, shape, fanIn, fanOut, span: filler.span });
    return filled.distribution && filled.problems.length === 0 ? [{ ...filled, choice }] : [];
  });
}

/** `type: "xavier" variance_norm: AVERAGE` */
export function spellChoice({ type, fields }: FillerChoice): string {
  return [`type: "${type}"`, ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`)].join(' ');
}
