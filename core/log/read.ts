/** What Caffe logs, line by line: the lines that tell of a place in a net or solver, and what they say. */

export type Told =
  /** libprotobuf's own error. Line and column from 1; a column counts bytes, and a tab up to the next multiple of eight. */
  | { readonly kind: 'parse'; readonly line: number; readonly column: number; readonly text: string }
  /** About a blob that a layer reads: `index` is that of the bottom. */
  | {
      readonly kind: 'bottom';
      readonly layer: string;
      readonly blob: string;
      readonly index: number;
      readonly text: string;
    }
  | { readonly kind: 'top'; readonly blob: string; readonly text: string }
  | { readonly kind: 'type'; readonly type: string; readonly text: string }
  | { readonly kind: 'layer'; readonly layer: string; readonly text: string }
  /** A file that Caffe could not open. */
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  /** A shape that Caffe computed: the top at `index` of the layer. */
  | {
      readonly kind: 'shape';
      readonly layer: string;
      readonly index: number;
      readonly shape: readonly number[];
      readonly text: string;
    }
  /** A condition that failed, with the layer that was being made or set up, if one was. */
  | { readonly kind: 'check'; readonly layer: string | undefined; readonly text: string };

/** In the order of the log, which may have lost its line breaks. */
export function readLog(log: string): readonly Told[] {
  const told: Told[] = [];
  let layer: string | undefined;
  let tops = 0;
  for (const line of linesOf(log)) {
    const begun = /(?:Creating Layer|Setting up) (.+?)\s*$/.exec(line);
    if (begun?.[1] !== undefined) {
      layer = begun[1];
      tops = 0;
      continue;
    }
    const shape = /Top shape: ((?:\d+ )*)\(\d+\)/.exec(line);
    if (shape && layer !== undefined) {
      told.push({
        kind: 'shape',
        layer,
        index: tops++,
        shape: (shape[1] ?? '')
          .trim()
          .split(' ')
          .filter((dim) => dim !== '')
          .map(Number),
        text: shape[0],
      });
      continue;
    }
    const found = about(line, layer);
    if (found) told.push(found);
  }
  return told;
}

/** Each line without glog's head: severity, date, process and source line. An input box turns line breaks into blanks. */
function linesOf(log: string): readonly string[] {
  return log
    .split(/\r?\n|(?=\b[IWEF]\d{4} \d\d:\d\d:\d\d\.\d+)|(?=\[libprotobuf )/)
    .map((line) => line.replace(/^[IWEF]\d{4} [\d:.]+\s+\d+ /, '').trim());
}

function about(line: string, layer: string | undefined): Told | undefined {
  const parse = /Error parsing text-format [\w.]+: (\d+):(\d+): (.*)$/.exec(line);
  if (parse) return { kind: 'parse', line: Number(parse[1]), column: Number(parse[2]), text: parse[3] ?? '' };
  const bottom = /Unknown bottom blob '(.*?)' \(layer '(.*?)', bottom index (\d+)\)/.exec(line);
  if (bottom)
    return { kind: 'bottom', blob: bottom[1] ?? '', layer: bottom[2] ?? '', index: Number(bottom[3]), text: bottom[0] };
  const top = /Top blob '(.*?)' produced by multiple sources\./.exec(line);
  if (top) return { kind: 'top', blob: top[1] ?? '', text: top[0] };
  const type = /Unknown layer type: (\S+)/.exec(line);
  if (type) return { kind: 'type', type: type[1] ?? '', text: type[0] };
  const named =
    /Cannot (?:copy|share) param .*?(?:from layer|with layer) '(.*?)'.*$/.exec(line) ??
    /Too many params specified for layer (.*?)\s*$/.exec(line);
  if (named) return { kind: 'layer', layer: named[1] ?? '', text: named[0] };
  const file =
    /(?:Failed to open(?: file)?|Could not open or find file|File not found:|Failed to open HDF5 file:|Failed to parse \w+ file:|Failed to open leveldb)\s*:?\s*(\S+)/.exec(
      line,
    );
  if (file) return { kind: 'file', path: file[1] ?? '', text: file[0] };
  const check =
    /Check failed: .*$/.exec(line) ??
    /(?:Unknown (?:filler name|learning rate policy|solver type|regularization type|blob input)|Sparsity not supported|Unknown layer name|Unknown V1LayerParameter).*$/.exec(
      line,
    );
  return check ? { kind: 'check', layer, text: check[0] } : undefined;
}
