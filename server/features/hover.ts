/** The hover. The first finder that knows what is at the position answers. */
import type { Analysis } from '#core/analysis/analysis';
import { pathAt } from '#core/schema/locate';
import type { Finder, HoverAnswer, HoverOptions } from './hover/answer';
import { blobHover } from './hover/blob';
import { directiveHover } from './hover/directive';
import { fieldHover } from './hover/field';
import { fillerHover } from './hover/filler';
import { foreignHover } from './hover/foreign';
import { layerHover } from './hover/layer';
import { rateHover } from './hover/rate';
import { scheduleHover } from './hover/schedule';

const finders: readonly Finder[] = [
  fillerHover,
  layerHover,
  blobHover,
  rateHover,
  scheduleHover,
  fieldHover,
  foreignHover,
];

export function hover(analysis: Analysis, offset: number, options: HoverOptions): HoverAnswer | undefined {
  const { message } = analysis;
  const comment = directiveHover(analysis, offset, options.language);
  if (comment || !message) return comment;
  const located = pathAt(message, offset);
  const state = analysis.kind === 'net' && options.state ? analysis.state(options.state) : undefined;
  for (const find of finders) {
    const answer = find({ analysis, offset, located, state, options });
    if (answer) return answer;
  }
  return undefined;
}
