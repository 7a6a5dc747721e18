/**
 * Messages in a log that refer to a place in a net or solver: of Caffe and its forks (NVIDIA's, DeepDetect's), of
 * libprotobuf in C++ and Python, and of programs that read Caffe's files (OpenCV, chip converters).
 */

export type Reported =
  /**
   * A parse error. Line and column count from 1. In C++ a column counts bytes, and a tab advances to the next multiple
   * of eight; in Python it counts characters.
   */
  | {
      readonly kind: 'parse';
      readonly line: number;
      readonly column: number;
      readonly counts: 'bytes' | 'characters';
      readonly text: string;
    }
  /** A field that a reader does not know; the message gives no place. */
  | { readonly kind: 'field'; readonly field: string; readonly text: string }
  /** About a blob that a layer reads; `index` is the bottom's. */
  | {
      readonly kind: 'bottom';
      readonly layer: string;
      readonly blob: string;
      readonly index: number;
      readonly text: string;
    }
  | { readonly kind: 'top'; readonly blob: string; readonly text: string }
  /** A type that a reader lacks, and the layer that has it. */
  | { readonly kind: 'type'; readonly type: string; readonly layer: string | undefined; readonly text: string }
  | { readonly kind: 'layer'; readonly layer: string; readonly text: string }
  /** A layer with a number of blobs that differs from that in a `.caffemodel`. */
  | {
      readonly kind: 'blobs';
      readonly layer: string;
      readonly net: string;
      readonly model: string;
      readonly text: string;
    }
  /** Too many or too few bottoms or tops, by type alone unless the log names the layer. */
  | { readonly kind: 'arity'; readonly type: string; readonly layer: string | undefined; readonly text: string }
  /** A file that could not be opened. */
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  /** A database that could not be opened: the log has the layer, but no path. */
  | { readonly kind: 'database'; readonly layer: string | undefined; readonly text: string }
  /** A snapshot that could not be written. */
  | { readonly kind: 'write'; readonly text: string }
  | { readonly kind: 'memory'; readonly text: string }
  /** A loss that is NaN or infinite, or −ln of the smallest positive float; with the output that has it. */
  | {
      readonly kind: 'diverged';
      readonly output: string | undefined;
      readonly value: 'underflow' | 'nan';
      readonly text: string;
    }
  /** An error of Ascend's ATC, by its number. */
  | { readonly kind: 'atc'; readonly code: string; readonly text: string }
  /** A shape that Caffe computed, for the layer's top at `index`. */
  | {
      readonly kind: 'shape';
      readonly layer: string;
      readonly index: number;
      readonly shape: readonly number[];
      readonly text: string;
    }
  /** A failed condition, with the layer that was being set up, or the source file of the condition. */
  | {
      readonly kind: 'check';
      readonly layer: string | undefined;
      readonly source: string | undefined;
      readonly text: string;
    }
  /** No known message, but one that reports an error. */
  | { readonly kind: 'complaint'; readonly text: string };

/** In the order of the log, which may have lost its line breaks. */
export function readLog(log: string): readonly Reported[] {
  const reported: Reported[] = [];
  let layer: string | undefined;
  let tops = 0;
  for (const line of linesOf(log)) {
    const [, begun] = /(?:Creating Layer|Created Layer|Setting up) (.+)$/.exec(line) ?? [];
    if (begun !== undefined) {
      // NVIDIA's Caffe adds the layer's number.
      layer = begun.replace(/ \(\d+\)$/, '');
      tops = 0;
      continue;
    }
    const shape = /Top shape(?: for layer \d+ '(.*?)')?:? ((?:\d+ )*)\(\d+\)/.exec(line);
    const of = shape?.[1] ?? layer;
    if (shape && of !== undefined) {
      const dims = (shape[2] ?? '').split(' ').filter((dim) => dim !== '');
      reported.push({ kind: 'shape', layer: of, index: tops++, shape: dims.map(Number), text: shape[0] });
      continue;
    }
    const found = messageIn(line, layer);
    if (found) reported.push(found);
  }
  return reported;
}

/** Longer lines are data, not messages. */
const maxLine = 4000;

/**
 * Each line without its head (glog's severity, date, process; DeepDetect's severity and time). An input box turns line
 * breaks into spaces, so a head begins a line as well.
 */
function linesOf(log: string): readonly string[] {
  return log
    .split(/\r?\n|(?=\b[IWEF]\d{4} \d\d:\d\d:\d\d\.\d+)|(?=\[libprotobuf )|(?=\b(?:INFO|ERROR) - \d\d:\d\d:\d\d - )/)
    .map((line) =>
      line
        .slice(0, maxLine)
        .replace(/^\s*(?:[IWEF]\d{4} [\d:.]+\s+\d+|(?:INFO|ERROR) - [\d:]+ -) /, '')
        .trim(),
    );
}

/** The first pattern that matches, the most specific first. Their time is linear in the length of the line. */
function messageIn(line: string, layer: string | undefined): Reported | undefined {
  for (const [pattern, read] of forms) {
    const match = pattern.exec(line);
    if (match) return read(match, layer, line);
  }
  return undefined;
}

/** `src/caffe/blob.cpp:32 / ` → `blob.cpp`: the source file that precedes a failed condition. */
function sourceAtEnd(before: string): string | undefined {
  return /([\w.]+\.(?:cpp|cu|hpp|h)):\d+[\] /]+$/.exec(before.slice(-longestSource))?.[1];
}

const longestSource = 120;

type Form = readonly [
  pattern: RegExp,
  read: (match: RegExpExecArray, layer: string | undefined, line: string) => Reported,
];

const forms: readonly Form[] = [
  [
    /Error parsing text-format [\w.]+: (\d+):(\d+): (.*)$/,
    ([, line, column, text = '']) => ({
      kind: 'parse',
      line: Number(line),
      column: Number(column),
      counts: 'bytes',
      text,
    }),
  ],
  [
    /(?:ParseError: |^)(\d+):(\d+) ?: ((?:Message type|Expected|Couldn't|Invalid|Enum type|'|").*)$/,
    ([, line, column, text = '']) => ({
      kind: 'parse',
      line: Number(line),
      column: Number(column),
      counts: 'characters',
      text,
    }),
  ],
  [
    /[Mm]essage type "[\w.]+" has no field named "(\w+)"/,
    ([text = '', field = '']) => ({ kind: 'field', field, text }),
  ],
  [/\b(E11\d{3})\b:? ?(.*)$/, ([text = '', code = '']) => ({ kind: 'atc', code, text })],
  [
    /Unknown bottom blob '(.*?)' \(layer '(.*?)', bottom index (\d+)\)/,
    ([text = '', blob = '', layer = '', index]) => ({ kind: 'bottom', blob, layer, index: Number(index), text }),
  ],
  [/Top blob '(.*?)' produced by multiple sources\./, ([text = '', blob = '']) => ({ kind: 'top', blob, text })],
  [/Unknown layer type: (\S+)/, ([text = '', type = ''], layer) => ({ kind: 'type', type, layer, text })],
  // OpenCV
  [
    /Can(?:'t|not| not) create layer "(.*?)" of type "(.*?)"/,
    ([text = '', layer, type = '']) => ({ kind: 'type', type, layer, text }),
  ],
  // TPU-MLIR
  [/\b(\w+) Op not support(?:ed)? now/, ([text = '', type = '']) => ({ kind: 'type', type, layer: undefined, text })],
  // caffe2ncnn, MNN and similar converters
  [
    /(?:[Uu]nsupported|[Nn]ot supported|[Uu]nknown|[Nn]ot [Ss]upport|[Nn]ot implemented)(?: caffe)?(?: layer| op| operator| type)+:? *['"[]?([A-Z]\w+)/,
    ([text = '', type = '']) => ({ kind: 'type', type, layer: undefined, text }),
  ],
  [
    /\((\d+) vs\. (\d+)\) Incompatible number of blobs for layer (.*?)\s*$/,
    ([text = '', net = '', model = '', layer = '']) => ({ kind: 'blobs', layer, net, model, text }),
  ],
  [
    /(?:Incompatible number of blobs for layer|Too many params specified for layer) (.*?)\s*$/,
    ([text = '', layer = '']) => ({ kind: 'layer', layer, text }),
  ],
  [
    /Cannot (?:copy|share) param .{0,200}?(?:from layer|with layer) '(.*?)'.*$/,
    ([text = '', layer = '']) => ({ kind: 'layer', layer, text }),
  ],
  [
    /\(\d+ vs\. \d+\) (\w+) Layer (?:takes|produces) (?:at least |at most )?\d+ (?:bottom|top) blob\(s\).*$/,
    ([text = '', type = ''], layer) => ({ kind: 'arity', type, layer, text }),
  ],
  [
    /\b(\w+) Layer produces one top blob as output for each bottom blob input\./,
    ([text = '', type = ''], layer) => ({ kind: 'arity', type, layer, text }),
  ],
  [
    /Check failed: (?:mdb_status == 0|status\.ok\(\)|db\b).*$/,
    ([text = ''], layer) => ({ kind: 'database', layer, text }),
  ],
  [
    /(?:Failed to open(?: file)?|Could not open or find file|File not found:|Failed to open HDF5 file:|Failed to parse \w+ file:|Failed to open leveldb)\s*:?\s*(\S+)/,
    ([text = '', path = '']) => ({ kind: 'file', path, text }),
  ],
  [
    /SerializeToOstream|(?:Couldn't|Failed to|Error) (?:save|write|create) .{0,200}(?:caffemodel|solverstate|snapshot|\.h5).*$/i,
    (_, __, line) => ({ kind: 'write', text: line }),
  ],
  [
    /\bout of memory\b|cudaErrorMemoryAllocation|CUBLAS_STATUS_ALLOC_FAILED|std::bad_alloc|\bOOM\b/,
    (_, __, line) => ({ kind: 'memory', text: line }),
  ],
  [
    /(?:net output #\d+: (\S+)|\bloss) ?[=:] ?(87\.33\d*|-?nan\b|-?inf\b|-?1\.#(?:QNAN|IND|INF)\w*)/i,
    ([text = '', output, value = '']) => ({
      kind: 'diverged',
      output,
      value: value.startsWith('87') ? 'underflow' : 'nan',
      text,
    }),
  ],
  [
    /Check failed(?: \(custom\))?: .*$/,
    ({ 0: text, index }, layer, line) => ({
      kind: 'check',
      layer,
      source: sourceAtEnd(line.slice(0, index)),
      text: text.replace(/"\}+$/, ''),
    }),
  ],
  [
    /(?:Unknown (?:filler name|learning rate policy|solver type|regularization type|blob input)|Sparsity not supported|Unknown layer name|Unknown V1LayerParameter).*$/,
    ([text = ''], layer) => ({ kind: 'check', layer, source: undefined, text }),
  ],
  [
    /\b(?:error|fail\w*|unsupported|not support\w*|unknown|invalid|mismatch|can(?:'t|not)|exception|abort\w*|core dumped|segmentation fault)\b/i,
    (_, __, line) => ({ kind: 'complaint', text: line }),
  ],
];
