// A proto file as data, in the form of core/schema/raw.ts.
import protobuf from 'protobufjs';

const labels = { optional: 0, required: 1, repeated: 2 };

/** Messages and enums of package `caffe` in the order of the text; nested ones are called `Outer.Inner`. Throws where the text is no proto. */
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

/** As protobuf looks types up, from the innermost scope out; as it is written where the file does not define it. */
function typeOf({ type, parent }) {
  const found = parent.lookup(type, [protobuf.Type, protobuf.Enum]);
  return (found?.fullName ?? type).replace(/^\.?caffe\./, '');
}

function doc(comment) {
  return comment ? comment.replace(/\s*\n\s*/g, ' ').trim() : '';
}
