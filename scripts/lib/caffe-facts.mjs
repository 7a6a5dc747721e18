// What the proto files of a repository add to BVLC's: names, labels, types and defaults.
import { rawSchema } from './read-proto.mjs';

const labels = ['optional', 'required', 'repeated'];

/**
 * `{messages: {name: {field: [{label, type, default?}]}}, enums: {name: [values]}}`. `protos`: texts; `base`: BVLC's, as read
 * by `rawSchema`. Calls `broken(reason, index)` for each text that is not a proto.
 */
export function protoFacts(protos, base, broken) {
  const known = definitionsOf(base);
  const messages = {};
  const enums = {};
  protos.forEach((source, index) => {
    let schema;
    try {
      schema = currentNames(rawSchema(source));
    } catch (error) {
      broken(error.message, index);
      return;
    }
    const own = definitionsOf(schema);
    for (const [message, fields] of own.messages)
      for (const [field, definition] of fields)
        if (!alike(definition, known.messages.get(message)?.get(field)))
          add(((messages[message] ??= {})[field] ??= []), definition, alike);
    for (const [name, values] of own.enums)
      for (const value of values)
        if (!known.enums.get(name)?.has(value)) add((enums[name] ??= []), value, (a, b) => a === b);
  });
  return { messages, enums };
}

function definitionsOf({ messages, enums }) {
  const definition = ([name, , label, type, fallback]) => [
    name,
    { label: labels[label], type, ...(fallback !== null && { default: String(fallback) }) },
  ];
  return {
    messages: new Map(messages.map(([name, , fields]) => [name, new Map(fields.map(definition))])),
    enums: new Map(enums.map(([name, , values]) => [name, new Set(values.map(([value]) => value))])),
  };
}

/** In protos from before `layer {}`, LayerParameter is what BVLC now calls V1LayerParameter. */
function currentNames({ messages, enums }) {
  const net = messages.find(([name]) => name === 'NetParameter');
  if (!net?.[2].some(([field, , , type]) => field === 'layers' && type === 'LayerParameter'))
    return { messages, enums };
  const renamed = (name) => name.replace(/^LayerParameter(?=\.|$)/, 'V1LayerParameter');
  return {
    messages: messages.map(([name, doc, fields]) => [
      renamed(name),
      doc,
      fields.map(([field, id, label, type, ...rest]) => [field, id, label, renamed(type), ...rest]),
    ]),
    enums: enums.map(([name, ...rest]) => [renamed(name), ...rest]),
  };
}

function add(list, item, same) {
  if (!list.some((other) => same(other, item))) list.push(item);
}

function alike(a, b) {
  return b !== undefined && a.label === b.label && a.type === b.type && a.default === b.default;
}
