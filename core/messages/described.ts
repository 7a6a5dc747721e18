/** Descriptions of names for hover and completion, including names that are only known from public repositories. */
import { docOf, say, type Language } from './language';

/** The description of a name that public repositories define: its documentation, if any, and its owners. */
export function described(language: Language, { doc, owners }: Described): string {
  return [docOf(language, doc), owners ? ownersLine(language, owners) : ''].filter((part) => part !== '').join('\n\n');
}

export interface Described {
  readonly doc: string;
  /** `owner/name`, in order of relevance. */
  readonly owners?: readonly string[];
}

/** The description of a layer type; with the numbers of bottoms and tops only where nothing else is known. */
export function layerDescribed(language: Language, { summary, facts }: DescribedLayer): string {
  if (!facts) return docOf(language, summary);
  const { hover } = language;
  const counts = [countLine(hover, 'bottoms', facts.bottoms), countLine(hover, 'tops', facts.tops)];
  return [described(language, { doc: summary, owners: facts.owners }), counts.filter((line) => line !== '').join(' ')]
    .filter((part) => part !== '')
    .join('\n\n');
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

function ownersLine({ hover }: Language, owners: readonly string[]): string {
  const rest = owners.length - mostNamed;
  const named = rest > 0 ? owners.slice(0, mostNamed) : owners;
  return say(hover, rest > 0 ? 'owners/and-more' : 'owners', { owners: named, count: rest });
}

function countLine(hover: Language['hover'], what: 'bottoms' | 'tops', { min, max }: Count): string {
  if (min === undefined && max === undefined) return '';
  if (min === max) return say(hover, `count/${what}`, { count: min ?? 0 });
  if (max === undefined) return say(hover, `count/${what}-at-least`, { count: min ?? 0 });
  return say(hover, `count/${what}-range`, { min: min ?? 0, max });
}
