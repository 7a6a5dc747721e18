/** A target in a few lines: its version, what its rules are from, and what else a user should know. */
import { sayMarkdown, type Language } from '#core/messages/language';
import { paragraphs, proseInMarkdown, type Markdown } from '#core/messages/shown';
import type { Target } from '#core/targets/target';

export function targetInWords({ name, version, date, basis, layers, summary }: Target, { hover }: Language): Markdown {
  return paragraphs([
    sayMarkdown(hover, 'target/title', { name, version, date }),
    sayMarkdown(hover, `target/${basis}`, { count: Object.keys(layers).length }),
    ...(summary === undefined ? [] : [proseInMarkdown(summary)]),
  ]);
}
