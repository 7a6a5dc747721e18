/** Values whose syntax comments, settings and options share: a record's shape, a state, the shape of a top. */
import type { NetState } from '../net/model';
import type { Shape } from '../net/shape';

/** `3x256x256` → [3, 256, 256]; undefined for anything else. */
export function datumIn(text: string): readonly number[] | undefined {
  const match = /^(\d{1,9})[x×,](\d{1,9})[x×,](\d{1,9})$/i.exec(text);
  if (!match) return undefined;
  const shape = match.slice(1).map(Number);
  return shape.every((dim) => dim > 0) ? shape : undefined;
}

/** Parses `phase=TEST stage=a stage=b level=1`, split into words; undefined where no phase is given. */
export function stateIn(words: readonly string[]): NetState | undefined {
  const values = (key: string): string[] =>
    words.filter((word) => word.startsWith(`${key}=`)).map((word) => word.slice(key.length + 1));
  const phase = values('phase')[0];
  if (phase !== 'TRAIN' && phase !== 'TEST') return undefined;
  const level = Number(values('level')[0] ?? 0);
  return { phase, level: Number.isInteger(level) ? level : 0, stages: values('stage') };
}

/** `1x256x14x14` or `scalar`; `?` is an unknown dimension. Undefined for anything else. */
export function shapeIn(text: string): Shape | undefined {
  if (text === 'scalar') return [];
  if (text.length > maxLength || !/^[\d?]+(?:\s*[x×,]\s*[\d?]+)*$/.test(text)) return undefined;
  return text.split(/\s*[x×,]\s*/).map((dim) => (/^\d{1,9}$/.test(dim) ? Number(dim) : null));
}

const maxLength = 200;
