/** Generates ResNet-like nets of any size, to measure without public nets. */

/**
 * A residual net of `units` bottleneck units in four stages, each unit three convolutions with BatchNorm, Scale and ReLU, with
 * one field per line. 92 units give about 13,000 lines and 200 KB.
 */
export function residualNet(units: number): string {
  const lines: string[] = [];
  const scores = classifier(lines, units, 'global');
  open(lines, 'probabilities', 'Softmax', [scores]);
  lines.push('}');
  return `${lines.join('\n')}\n`;
}

/** The same net for training: with labels, a loss, and batch statistics. 76 units give about 1,000 layers. */
export function trainingNet(units: number): string {
  const lines: string[] = [];
  const scores = classifier(lines, units, 'batch');
  const labels = input(lines, 'label', [1]);
  open(lines, 'loss', 'SoftmaxWithLoss', [scores, labels]);
  lines.push('}');
  return `${lines.join('\n')}\n`;
}

type Statistics = 'global' | 'batch';

/** The layers up to the scores of a thousand classes; returns the blob of the scores. */
function classifier(lines: string[], units: number, statistics: Statistics): string {
  lines.push('name: "Residual"');
  const stem = convolution(lines, 'stem', input(lines, 'data', [1, 3, 224, 224]), {
    outputs: 64,
    kernel: 7,
    stride: 2,
  });
  let bottom = pooling(lines, 'stem_pool', activated(lines, 'stem', stem, statistics), {
    method: 'MAX',
    kernel: 3,
    stride: 2,
  });
  for (let unit = 0; unit < units; unit++) {
    const stage = Math.floor((4 * unit) / units);
    const first = unit === 0 || stage !== Math.floor((4 * (unit - 1)) / units);
    bottom = bottleneck(lines, `unit${unit + 1}`, bottom, {
      width: 64 << stage,
      first,
      stride: first && stage > 0 ? 2 : 1,
      statistics,
    });
  }
  const features = pooling(lines, 'features', bottom, { method: 'AVE', kernel: 7, stride: 1 });
  return innerProduct(lines, 'scores', features, 1000);
}

interface Window {
  readonly kernel: number;
  readonly stride: number;
}

interface Unit {
  readonly width: number;
  /** The first unit of a stage has a convolution in its shortcut. */
  readonly first: boolean;
  readonly stride: number;
  readonly statistics: Statistics;
}

function bottleneck(lines: string[], name: string, bottom: string, { width, first, stride, statistics }: Unit): string {
  const narrow = activated(
    lines,
    `${name}_a`,
    convolution(lines, `${name}_a`, bottom, { outputs: width, kernel: 1, stride }),
    statistics,
  );
  const wide = activated(
    lines,
    `${name}_b`,
    convolution(lines, `${name}_b`, narrow, { outputs: width, kernel: 3, stride: 1 }),
    statistics,
  );
  const out = normalized(
    lines,
    `${name}_c`,
    convolution(lines, `${name}_c`, wide, { outputs: 4 * width, kernel: 1, stride: 1 }),
    statistics,
  );
  const shortcut = first
    ? convolution(lines, `${name}_shortcut`, bottom, { outputs: 4 * width, kernel: 1, stride })
    : bottom;
  const sum = open(lines, `${name}_sum`, 'Eltwise', [shortcut, out]);
  lines.push('  eltwise_param {', '    operation: SUM', '  }', '}');
  return rectified(lines, `${name}_relu`, sum);
}

function input(lines: string[], name: string, dims: readonly number[]): string {
  const top = open(lines, name, 'Input', []);
  lines.push('  input_param {', '    shape {', ...dims.map((dim) => `      dim: ${dim}`), '    }', '  }', '}');
  return top;
}

function convolution(
  lines: string[],
  name: string,
  bottom: string,
  { outputs, kernel, stride }: Window & { readonly outputs: number },
): string {
  const top = open(lines, name, 'Convolution', [bottom]);
  lines.push('  param {', '    lr_mult: 1', '    decay_mult: 1', '  }', '  convolution_param {');
  lines.push(
    `    num_output: ${outputs}`,
    '    bias_term: false',
    `    pad: ${kernel >> 1}`,
    `    kernel_size: ${kernel}`,
  );
  lines.push(`    stride: ${stride}`, '    weight_filler {', '      type: "msra"', '    }', '  }', '}');
  return top;
}

function activated(lines: string[], name: string, blob: string, statistics: Statistics): string {
  return rectified(lines, `${name}_relu`, normalized(lines, name, blob, statistics));
}

function normalized(lines: string[], name: string, blob: string, statistics: Statistics): string {
  open(lines, `${name}_bn`, 'BatchNorm', [blob], blob);
  lines.push('  batch_norm_param {', `    use_global_stats: ${String(statistics === 'global')}`, '  }', '}');
  open(lines, `${name}_scale`, 'Scale', [blob], blob);
  lines.push('  scale_param {', '    bias_term: true', '  }', '}');
  return blob;
}

function rectified(lines: string[], name: string, blob: string): string {
  open(lines, name, 'ReLU', [blob], blob);
  lines.push('}');
  return blob;
}

function pooling(
  lines: string[],
  name: string,
  bottom: string,
  { method, kernel, stride }: Window & { readonly method: string },
): string {
  const top = open(lines, name, 'Pooling', [bottom]);
  lines.push(
    '  pooling_param {',
    `    pool: ${method}`,
    `    kernel_size: ${kernel}`,
    `    stride: ${stride}`,
    '  }',
    '}',
  );
  return top;
}

function innerProduct(lines: string[], name: string, bottom: string, outputs: number): string {
  const top = open(lines, name, 'InnerProduct', [bottom]);
  lines.push(
    '  inner_product_param {',
    `    num_output: ${outputs}`,
    '    weight_filler {',
    '      type: "xavier"',
    '    }',
    '  }',
    '}',
  );
  return top;
}

/** Writes the start of a layer, up to its top. */
function open(lines: string[], name: string, type: string, bottoms: readonly string[], top = name): string {
  lines.push(
    'layer {',
    `  name: "${name}"`,
    `  type: "${type}"`,
    ...bottoms.map((bottom) => `  bottom: "${bottom}"`),
    `  top: "${top}"`,
  );
  return top;
}
