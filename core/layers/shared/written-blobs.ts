/**
 * Blobs written in the layer itself, `blobs { shape { … } data: … }`, as in files with trained weights. Caffe copies
 * them when it creates the layer (layer.hpp, blob.cpp: Blob::FromProto), and then runs no filler.
 */
import type { Layer } from '../../net/model';
import type { ParamBlob, SetUpInput, WrittenBlob } from '../../net/rules';
import { none } from '../../lists';
import { formatShape, isKnown, sameShape, type Dim, type Shape } from '../../net/shape';
import type { Problem, Span } from '../../problems';
import { entriesOf, entryOf, has, nameSpan, num, sub, type Entry, type Message } from '../../schema/message';
import { atEntry } from './at';
import { countOf, int32, shapeProblems } from './geometry';
import { dimensions } from './legacy';
import { writtenShape, type WrittenShape } from './written-shape';

export interface WrittenBlobs {
  readonly blobs: readonly WrittenBlob[];
  readonly problems: readonly Problem[];
}

const nothing: WrittenBlobs = { blobs: none, problems: none };

export function writtenBlobs({ message }: Layer): WrittenBlobs {
  if (!has(message, 'blobs')) return nothing;
  const problems: Problem[] = [];
  const blobs = entriesOf(message, 'blobs').map(({ node, value }): WrittenBlob => {
    const span = nameSpan(node);
    return typeof value === 'object' ? blobOf(value, span, problems) : { shape: null, values: null, span };
  });
  return { blobs, problems };
}

/** The blobs of a layer with written blobs: these and no others, except for a copy that the layer makes of them. */
export function inPlaceOf(made: readonly ParamBlob[], written: readonly WrittenBlob[]): readonly ParamBlob[] {
  if (written.length === 0) return made;
  const own = written.map((blob, i): ParamBlob => {
    const { role = `blob ${i}`, connections, lrMult, rates } = made[i] ?? {};
    return {
      role,
      shape: blob.shape,
      start: startOf(blob),
      ...(connections && { connections }),
      ...(lrMult !== undefined && { lrMult }),
      ...(rates && { rates }),
    };
  });
  return [...own, ...made.slice(written.length).filter(({ start }) => start.kind === 'written')];
}

export function startOf({ values }: WrittenBlob): ParamBlob['start'] {
  return { kind: 'written', values };
}

/**
 * Most layers take written blobs without a check, and read missing ones in the first Forward. One problem per layer.
 */
export function unfit(
  { layer }: Pick<SetUpInput, 'layer'>,
  made: readonly ParamBlob[],
  written: readonly WrittenBlob[],
): readonly Problem[] {
  if (written.length === 0) return [];
  const at = made.findIndex(({ shape }, i) => {
    const [expected, blob] = [countOf(shape), written[i]];
    return !blob || (expected !== null && isKnown(blob.shape) && countOf(blob.shape) !== expected);
  });
  const wanted = made[at];
  if (!wanted) return [];
  const found = written[at];
  const span = found?.span ?? written.at(-1)?.span ?? layer.typeSpan;
  const args = {
    layer: layer.name,
    role: wanted.role,
    shape: formatShape(wanted.shape),
    found: found ? formatShape(found.shape) : '',
    blobs: written.length,
  };
  return [{ code: found ? 'layer/written-unfit' : 'layer/written-missing', span, args }];
}

/** Caffe compares the number of blobs, and then each shape (base_conv_layer.cpp). */
export function exactly(made: readonly ParamBlob[], written: readonly WrittenBlob[]): readonly Problem[] {
  const [first] = written;
  if (!first) return none;
  if (written.length !== made.length) {
    const span = written[made.length]?.span ?? first.span;
    return [{ code: 'layer/written-count', span, args: { expected: made.length, found: written.length } }];
  }
  return made.flatMap(({ role, shape }, i): readonly Problem[] => {
    const blob = written[i];
    if (!blob || !isKnown(shape) || !isKnown(blob.shape) || sameShape(shape, blob.shape)) return [];
    return [
      {
        code: 'layer/written-shape',
        span: blob.span,
        args: { role, expected: formatShape(shape), found: formatShape(blob.shape) },
      },
    ];
  });
}

function blobOf(message: Message, name: Span, problems: Problem[]): WrittenBlob {
  if (message.state === 'unreadable' || message.state === 'damaged') return { shape: null, values: null, span: name };
  const { dims: shape, problems: wrong } = shapeOf(message);
  const place = shapePlace(message) ?? name;
  const found = wrong.length > 0 ? wrong : shapeProblems(shape, place);
  problems.push(...found);
  if (found.length > 0) return { shape: null, values: null, span: place };
  const count = countOf(shape) ?? 0;
  if (count === 0) {
    problems.push({ code: 'layer/written-empty', span: place, args: { shape: formatShape(shape) } });
    return { shape, values: null, span: place };
  }
  const data = listOf(message, 'double_data', 'data');
  const short = valueProblems(data, 'data', count, shape, name);
  const diff = listOf(message, 'double_diff', 'diff');
  problems.push(...short, ...(diff.length > 0 ? valueProblems(diff, 'diff', count, shape, name) : []));
  return { shape, values: short.length > 0 ? null : data.map(({ value }) => Math.fround(Number(value))), span: place };
}

const noAxes: WrittenShape = { shape: [], problems: [] };

/** If any of the four old fields is set, `shape` is ignored. */
function shapeOf(message: Message): { readonly dims: readonly Dim[]; readonly problems: readonly Problem[] } {
  if (!dimensions.some((field) => entryOf(message, field))) {
    const shape = sub(message, 'shape');
    const { shape: dims, problems } = shape ? writtenShape(shape) : noAxes;
    return { dims: dims ?? [], problems };
  }
  const dims = dimensions.map((field) => int32(num(message, field)));
  const negative = dimensions
    .flatMap((field) => entryOf(message, field) ?? [])
    .filter(({ value }) => Number(value) < 0);
  return {
    dims,
    problems: negative.map((entry) => atEntry(entry, 'layer/dim-negative', { dim: Number(entry.value) })),
  };
}

function shapePlace(message: Message): Span | undefined {
  const entry =
    dimensions.map((field) => entryOf(message, field)).find((field) => field !== undefined) ??
    entryOf(message, 'shape');
  return entry && nameSpan(entry.node);
}

/** The doubles, if there are any; else the floats. */
function listOf(message: Message, doubles: string, floats: string): readonly Entry[] {
  const list = entriesOf(message, doubles);
  return list.length > 0 ? list : entriesOf(message, floats);
}

/** Located at the first surplus value, or at the blob's name where values are missing. */
function valueProblems(
  list: readonly Entry[],
  field: string,
  expected: number,
  shape: Shape,
  name: Span,
): readonly Problem[] {
  if (list.length === expected) return [];
  const args = { field, shape: formatShape(shape), expected, found: list.length };
  const extra = list[expected];
  return [extra ? atEntry(extra, 'layer/written-values', args) : { code: 'layer/written-values', span: name, args }];
}
