/** Completions, independent of LSP. */
import type { Analysis } from '#core/analysis/analysis';
import { escaped } from '#core/edit/quoted';
import type { Language } from '#core/messages/language';
import { shown, type Markdown } from '#core/messages/shown';
import type { NetState } from '#core/net/model';
import type { Span } from '#core/problems/index';
import type { ValuePlace } from './place';

export interface Completion {
  readonly label: string;
  readonly kind: 'field' | 'message' | 'value' | 'type' | 'name' | 'file' | 'folder' | 'skeleton' | 'directive';
  /** Shown beside the label. */
  readonly detail?: string;
  readonly doc?: Markdown;
  readonly span: Span;
  /** In LSP's snippet syntax. */
  readonly snippet: string;
  /** What the typed text is matched against; default: the label. */
  readonly filter?: string;
  /** True if the inserted text asks for a value that can itself be completed. */
  readonly again?: true;
}

export interface CompletionContext {
  readonly analysis: Analysis;
  readonly offset: number;
  /** The shown state; undefined if the document is not a net. */
  readonly state: NetState | undefined;
  /** Stages that other files name: the solver beside a net, or the nets of a solver. */
  readonly stagesAround: readonly string[];
  readonly language: Language;
}

/** How a name is shown in the list; what is typed is compared with its beginning, as it is. */
export function labelled(name: string): Pick<Completion, 'label' | 'filter'> {
  const label = shown(name);
  return label === name ? { label } : { label, filter: name.slice(0, label.length) };
}

/** Escapes text for a snippet. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A string as the value of the field at the place: escaped, with any missing quotes. */
export function quotedAt({ quotes }: ValuePlace, text: string): string {
  return literal(`${quotes.before}${escaped(text, quotes.quote)}${quotes.after}`);
}

/**
 * A snippet as plain text: each placeholder becomes its default, a choice its first value, a repeated placeholder the same text
 * again.
 */
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

/** Matches `\}`, `${1|a,b|}`, `${1:a}`, `${1}` and `$1`. */
const part = /\\([\\$}])|\$\{(\d+)\|([^,|]*)[^|]*\|\}|\$\{(\d+)(?::((?:[^\\}]|\\.)*))?\}|\$(\d+)/g;
