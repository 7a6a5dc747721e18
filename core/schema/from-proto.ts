/**
 * Reads a user's own `caffe.proto`, or a fragment of one, as data. The only user of protobufjs' parser, which is loaded
 * at first use.
 */
import type { RawEnum, RawField, RawFork, RawLayer, RawMessage } from './raw';

export type ProtoReading =
  | {
      readonly kind: 'proto';
      readonly fork: RawFork /** A whole proto, not a fragment: it has NetParameter. */;
      readonly whole: boolean /** The dialect that `// @extends` names. */;
      readonly base: string | undefined;
    }
  /** `line` counts from 0. */
  | { readonly kind: 'broken'; readonly reason: string; readonly line: number };

/**
 * `label` is the display name, unless `// @label` gives one. Fields of types that are neither in it nor in `known` are
 * dropped. Comments become the documentation of fields.
 */
export async function readProto(source: string, label: string, known: ReadonlySet<string>): Promise<ProtoReading> {
  const { parse, Enum, Type, Namespace } = (await import('protobufjs')).default;
  const messages: [string, string, Drafted[]][] = [];
  const enums: RawEnum[] = [];
  const visit = (scope: InstanceType<typeof Namespace>, prefix: string): void => {
    for (const item of scope.nestedArray) {
      const name = prefix + item.name;
      if (item instanceof Enum) {
        enums.push([
          name,
          plain(item.comment),
          Object.entries(item.values).map(([value, number]) => [value, number, plain(item.comments[value])]),
        ]);
      } else if (item instanceof Type) {
        messages.push([name, plain(item.comment), item.fieldsArray.filter(({ map }) => !map).map(draftOf)]);
        visit(item, `${name}.`);
      } else if (item instanceof Namespace) visit(item, prefix);
    }
  };
  try {
    // Trailing `//` comments count too.
    visit(parse(source, { keepCase: true, alternateCommentMode: true }).root, '');
  } catch (error) {
    return brokenBy(error);
  }
  const names = new Set([...known, ...messages.map(([name]) => name), ...enums.map(([name]) => name)]);
  const raw = messages.map(
    ([name, doc, fields]): RawMessage => [name, doc, fields.flatMap((field) => fieldOf(field, name, names))],
  );
  const tags = (name: string): readonly string[] =>
    [...source.matchAll(new RegExp(`^\\s*// @${name} (.+)$`, 'gm'))].map(([, text = '']) => text.trim());
  const fork: RawFork = {
    label: tags('label')[0] ?? label,
    layers: [...layersOf(raw), ...tags('layer').map(layerOf)],
    lacks: tags('lacks'),
    lacksLayers: tags('lacks-layer'),
    fillers: tags('filler'),
    lacksFillers: tags('lacks-filler'),
    messages: raw,
    enums,
  };
  return { kind: 'proto', fork, whole: messages.some(([name]) => name === 'NetParameter'), base: tags('extends')[0] };
}

interface Drafted {
  readonly name: string;
  readonly number: number;
  readonly label: number;
  readonly type: string;
  readonly fallback: string | number | boolean | null;
  readonly doc: string;
}

interface Parsed {
  readonly name: string;
  readonly id: number;
  readonly type: string;
  readonly required: boolean;
  readonly repeated: boolean;
  readonly comment: string | null;
  readonly options?: Readonly<Record<string, unknown>> | undefined;
}

function draftOf({ name, id, type, required, repeated, comment, options }: Parsed): Drafted {
  const fallback = options?.['default'];
  const isScalar = typeof fallback === 'string' || typeof fallback === 'number' || typeof fallback === 'boolean';
  return {
    name,
    number: id,
    label: repeated ? 2 : required ? 1 : 0,
    type,
    fallback: isScalar ? fallback : null,
    doc: plain(comment),
  };
}

/** Maps integer types to those of the same range. */
const scalars: ReadonlyMap<string, string> = new Map([
  ...['int32', 'int64', 'uint32', 'uint64', 'float', 'double', 'bool', 'string', 'bytes'].map(
    (name) => [name, name] as const,
  ),
  ['sint32', 'int32'],
  ['sfixed32', 'int32'],
  ['sint64', 'int64'],
  ['sfixed64', 'int64'],
  ['fixed32', 'uint32'],
  ['fixed64', 'uint64'],
]);

function fieldOf(
  { name, number, label, type, fallback, doc }: Drafted,
  message: string,
  names: ReadonlySet<string>,
): readonly RawField[] {
  const resolved = scalars.get(type) ?? resolve(type.replace(/^\.?caffe\./, ''), message, names);
  return resolved === undefined ? [] : [[name, number, label, resolved, fallback, doc]];
}

/** Looks types up as protobuf does: from the innermost scope outwards. */
function resolve(type: string, message: string, names: ReadonlySet<string>): string | undefined {
  for (let scope = message; scope !== ''; scope = scope.includes('.') ? scope.slice(0, scope.lastIndexOf('.')) : '') {
    if (names.has(`${scope}.${type}`)) return `${scope}.${type}`;
  }
  return names.has(type) ? type : undefined;
}

/** A field `foo_param` of type `FooParameter` configures layers of type `Foo`. */
function layersOf(messages: readonly RawMessage[]): readonly RawLayer[] {
  const fields = messages.find(([name]) => name === 'LayerParameter')?.[2] ?? [];
  return fields.flatMap(([field, , , type, , doc]): readonly RawLayer[] =>
    field.endsWith('_param') && type.endsWith('Parameter')
      ? [[type.slice(0, -'Parameter'.length), field, [], doc]]
      : [],
  );
}

function layerOf(text: string): RawLayer {
  const [names = '', ...rest] = text.split(' : ');
  const [type = '', param = '-', ...also] = names.trim().split(/\s+/);
  return [type, param === '-' ? '' : param, also, rest.join(' : ')];
}

function brokenBy(error: unknown): ProtoReading {
  const message = error instanceof Error ? error.message : String(error);
  const line = /\(?line (\d+)\)?/.exec(message)?.[1];
  return {
    kind: 'broken',
    reason: message.replace(/\s*\((?:[^()]*, )?line \d+\)/, ''),
    line: Math.max(0, Number(line ?? 1) - 1),
  };
}

function plain(comment: string | null | undefined): string {
  return comment ? comment.replace(/\s*\n\s*/g, ' ').trim() : '';
}
