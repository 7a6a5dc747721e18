/** Descriptions of names for hover and completion, including names that are only known from public repositories. */
import { docOf, sayMarkdown, type Language } from './language';
import { asMarkdown, joined, paragraphs, type Markdown } from './shown';

/** The description of a name that public repositories define: its documentation, if any, and its owners. */
export function described(language: Language, { doc, owners }: Described): Markdown {
  return paragraphs([docOf(language, doc), ...(owners && owners.length > 0 ? [ownersLine(language, owners)] : [])]);
}

export interface Described {
  readonly doc: string;
  /** `owner/name`, in order of relevance. */
  readonly owners?: readonly string[];
}

/** The description of a layer type; with the numbers of bottoms and tops only where nothing else is known. */
export function layerDescribed(language: Language, { summary, facts }: DescribedLayer): Markdown {
  if (!facts) return docOf(language, summary);
  const { hover } = language;
  const counts = [countLine(hover, 'bottoms', facts.bottoms), countLine(hover, 'tops', facts.tops)];
  return paragraphs([described(language, { doc: summary, owners: facts.owners }), joined(counts, ' ')]);
}

export interface DescribedLayer {
  readonly summary: string;
  readonly facts?: { readonly owners: readonly string[]; readonly bottoms: Count; readonly tops: Count };
}

interface Count {
  readonly min?: number;
  readonly max?: number;
}

const mostNamed = 3;

function ownersLine({ hover }: Language, owners: readonly string[]): Markdown {
  const rest = owners.length - mostNamed;
  const named = rest > 0 ? owners.slice(0, mostNamed) : owners;
  return sayMarkdown(hover, rest > 0 ? 'owners/and-more' : 'owners', { owners: named, count: rest });
}

function countLine(hover: Language['hover'], what: 'bottoms' | 'tops', { min, max }: Count): Markdown {
  if (min === undefined && max === undefined) return asMarkdown('');
  if (min === max) return sayMarkdown(hover, `count/${what}`, { count: min ?? 0 });
  if (max === undefined) return sayMarkdown(hover, `count/${what}-at-least`, { count: min ?? 0 });
  return sayMarkdown(hover, `count/${what}-range`, { min: min ?? 0, max });
}
