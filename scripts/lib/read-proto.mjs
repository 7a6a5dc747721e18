// A proto file as data, in the form of core/schema/raw.ts.
import protobuf from 'protobufjs';

const labels = { optional: 0, required: 1, repeated: 2 };

/**
 * Messages and enums of package `caffe` in text order; nested ones are called `Outer.Inner`. Throws if the text is not a proto.
 */
export function rawSchema(source) {
  const { root } = protobuf.parse(source, { keepCase: true, alternateCommentMode: true });
  const messages = [];
  const enums = [];
  const visit = (scope, prefix) => {
    for (const item of scope?.nestedArray ?? []) {
      const name = prefix + item.name;
      if (item instanceof protobuf.Enum) {
        enums.push([
          name,
          doc(item.comment),
          Object.entries(item.values).map(([value, number]) => [value, number, doc(item.comments[value])]),
        ]);
      } else if (item instanceof protobuf.Type) {
        messages.push([name, doc(item.comment), item.fieldsArray.filter(({ map }) => !map).map(rawField)]);
        visit(item, `${name}.`);
      }
    }
  };
  visit(root.get('caffe'), '');
  return { messages, enums };
}

function rawField(field) {
  const label = field.rule ?? 'optional';
  const fallback = field.options?.default;
  return [
    field.name,
    field.id,
    labels[label],
    typeOf(field),
    fallback === undefined ? null : fallback,
    doc(field.comment),
  ];
}

/** Resolves a type like protobuf, from the innermost scope outwards; left as written if the file does not define it. */
function typeOf({ type, parent }) {
  const found = parent.lookup(type, [protobuf.Type, protobuf.Enum]);
  return (found?.fullName ?? type).replace(/^\.?caffe\./, '');
}

function doc(comment) {
  return comment ? comment.replace(/\s*\n\s*/g, ' ').trim() : '';
}
