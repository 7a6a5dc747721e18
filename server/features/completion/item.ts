/** What completion proposes, in terms of the text. */
import type { Analysis } from '#core/analysis/analysis';
import { escaped } from '#core/edit/quoted';
import type { Language } from '#core/messages/language';
import type { NetState } from '#core/net/model';
import type { Span } from '#core/problems/index';
import type { ValuePlace } from './place';

export interface Completion {
  readonly label: string;
  readonly kind: 'field' | 'message' | 'value' | 'type' | 'name' | 'file' | 'folder' | 'skeleton' | 'directive';
  /** Beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly doc?: string;
  readonly span: Span;
  /** In LSP's snippet syntax. */
  readonly snippet: string;
  /** What typed letters are compared with; default: the label. */
  readonly filter?: string;
  /** True where what is inserted asks for a value that can be proposed in turn. */
  readonly again?: true;
}

export interface CompletionContext {
  readonly analysis: Analysis;
  readonly offset: number;
  /** The shown state; undefined for what is no net. */
  readonly state: NetState | undefined;
  /** Stages that are named elsewhere: by the solver beside a net, or by the nets of a solver. */
  readonly stagesAround: readonly string[];
  readonly language: Language;
}

/** As it has to stand in a snippet to mean itself. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A string as the value of the field at the place, with the quotes that are missing; what would end it escaped. */
export function quotedAt({ quotes }: ValuePlace, text: string): string {
  return literal(`${quotes.before}${escaped(text, quotes.quote)}${quotes.after}`);
}

/** The snippet as plain text: each place with its default, the first of a choice; a place that comes again, the same again. */
export function plainText(snippet: string): string {
  const defaults = new Map<string, string>();
  return snippet.replace(
    part,
    (_, escaped?: string, choice?: string, first?: string, n?: string, value?: string, again?: string) => {
      if (escaped !== undefined) return escaped;
      const place = choice ?? n ?? again ?? '';
      const text = first ?? value?.replace(/\\([\\$}])/g, '$1');
      if (text !== undefined) defaults.set(place, text);
      return text ?? defaults.get(place) ?? '';
    },
  );
}

/** `\}`, `${1|a,b|}`, `${1:a}`, `${1}` or `$1`. */
const part = /\\([\\$}])|\$\{(\d+)\|([^,|]*)[^|]*\|\}|\$\{(\d+)(?::((?:[^\\}]|\\.)*))?\}|\$(\d+)/g;
