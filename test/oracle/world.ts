/** Public nets for other Caffes under `auto`: which errors accepted files get, and which problems about names. */
import { analyze } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { infoOf } from '#core/problems/index';
import type { Problem } from '#core/problems/index';
import { isWhole } from '../support/corpus';
import { readShared, readSharedLines } from '../support/shared';
import { loweredIn, type Share } from './lowered-share';

interface Line {
  readonly file: string;
  /** Whether the repository's own proto accepts the file; null if there is none. */
  readonly own: boolean | null;
  readonly bvlc?: boolean;
}

export interface WorldFile {
  readonly file: string;
  readonly dialect: string;
  /** True if some Caffe accepts the file: the repository's own, or BVLC's. */
  readonly accepted: boolean;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly share: Share;
}

/** The files of `corpus/world`, or those of them that are asked for, analyzed as in an editor. */
export function worldFiles(isAsked: (file: string) => boolean = () => true): readonly WorldFile[] {
  const lines = readSharedLines('corpus/expected-world.jsonl') as readonly Line[];
  return lines
    .filter(({ file }) => isAsked(file))
    .map(({ file, own, bvlc }) => {
      const text = readShared(`corpus/world/${file}`);
      const analysis = analyze(text, { dialect: chooseDialect, depth: isWhole ? 'all' : 'quick' });
      const { problems, dialect } = analysis;
      const accepted = own === true || bvlc === true;
      return { file, text, dialect: dialect.id, accepted, problems, share: loweredIn(analysis) };
    });
}

export function isRed({ code }: Problem): boolean {
  return infoOf(code).severity === 'error';
}

/** True for errors about a name that the Caffe in question lacks. */
export function isAboutName({ code }: Problem): boolean {
  return namesOnly.has(code);
}

const namesOnly: ReadonlySet<string> = new Set([
  'schema/unknown-field',
  'schema/fork-field',
  'schema/unknown-enum-value',
  'schema/fork-enum-value',
  'net/unknown-layer-type',
  'net/fork-layer-type',
  'filler/unknown-type',
  'solver/unknown-policy',
  'solver/unknown-type',
]);
