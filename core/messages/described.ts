/** What hover and completion say of names, also of those of which only public repositories are known that define them. */
import { docOf, say, type Language } from './language';

/** What is said of something that public repositories define: in words, if there are any, and who has it. */
export function described(language: Language, { doc, owners }: Described): string {
  return [docOf(language, doc), owners ? ownersLine(language, owners) : ''].filter((part) => part !== '').join('\n\n');
}

export interface Described {
  readonly doc: string;
  /** `owner/name`, those to be named first. */
  readonly owners?: readonly string[];
}

/** What is said of a layer type; counts of bottoms and tops only where nothing else is known of it. */
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
