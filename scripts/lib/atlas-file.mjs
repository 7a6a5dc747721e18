// Reads, changes and writes schemas/atlas.json, with one fact per line.

/**
 * `repositories`: names in the order in which they were added. `messages` → field → definitions `{label, type, default?, in}`;
 * `enums` → value → repositories; `layers` → type → definitions with the known counts and `in`. Repositories are ascending
 * indices.
 */
export function emptyAtlas() {
  return { repositories: [], messages: {}, enums: {}, layers: {} };
}

/**
 * Replaces what the atlas has of a repository. `facts`: `{ messages: {name: {field: [{label, type, default?}]}}, enums: {name:
 * [values]}, layers: {type: [counts]} }`.
 */
export function put(atlas, repository, { messages, enums, layers }) {
  const known = atlas.repositories.indexOf(repository);
  const index = known < 0 ? atlas.repositories.push(repository) - 1 : known;
  if (known >= 0) forget(atlas, index);
  for (const [message, fields] of Object.entries(messages))
    for (const [field, definitions] of Object.entries(fields))
      for (const definition of definitions) define(entry(atlas.messages, message), field, definition, [index]);
  for (const [name, values] of Object.entries(enums))
    for (const value of values) own(entry(atlas.enums, name), value, [index]);
  for (const [type, definitions] of Object.entries(layers))
    for (const definition of definitions) define(atlas.layers, type, definition, [index]);
}

/** Adds everything from another atlas, which takes precedence for repositories in both. */
export function merge(atlas, other) {
  for (const repository of other.repositories) {
    const known = atlas.repositories.indexOf(repository);
    if (known >= 0) forget(atlas, known);
    else atlas.repositories.push(repository);
  }
  const moved = (indices) => indices.map((index) => atlas.repositories.indexOf(other.repositories[index]));
  for (const [message, fields] of Object.entries(other.messages))
    for (const [field, definitions] of Object.entries(fields))
      for (const { in: indices, ...definition } of definitions)
        define(entry(atlas.messages, message), field, definition, moved(indices));
  for (const [name, values] of Object.entries(other.enums))
    for (const [value, indices] of Object.entries(values)) own(entry(atlas.enums, name), value, moved(indices));
  for (const [type, definitions] of Object.entries(other.layers))
    for (const { in: indices, ...definition } of definitions) define(atlas.layers, type, definition, moved(indices));
}

/** The text of an atlas: names in alphabetical order, one definition or enum value per line. */
export function written({ repositories, messages, enums, layers }) {
  const lists = (object) => members(object, (definitions) => list(definitions.map((each) => JSON.stringify(each))));
  return `{
"repositories": ${list(repositories.map((name) => JSON.stringify(name)))},
"messages": ${members(messages, lists)},
"enums": ${members(enums, (values) => members(values, (owners) => JSON.stringify(owners)))},
"layers": ${lists(layers)}
}
`;
}

function list(items) {
  return items.length === 1 ? `[${items[0]}]` : `[\n${items.join(',\n')}\n]`;
}

function members(object, text) {
  const names = Object.keys(object).sort();
  return `{\n${names.map((name) => `${JSON.stringify(name)}: ${text(object[name])}`).join(',\n')}\n}`;
}

function define(home, name, definition, indices) {
  const definitions = (home[name] ??= []);
  const facts = ordered(definition);
  const known = definitions.find((other) => JSON.stringify(ordered(other)) === JSON.stringify(facts));
  if (known) known.in = joined(known.in, indices);
  else definitions.push({ ...facts, in: joined([], indices) });
}

function own(home, name, indices) {
  home[name] = joined(home[name] ?? [], indices);
}

const order = ['label', 'type', 'default', 'exactbottom', 'minbottom', 'maxbottom', 'exacttop', 'mintop', 'maxtop'];

function ordered(definition) {
  return Object.fromEntries(order.filter((key) => definition[key] !== undefined).map((key) => [key, definition[key]]));
}

function joined(a, b) {
  return [...new Set([...a, ...b])].sort((x, y) => x - y);
}

function entry(home, name) {
  return (home[name] ??= {});
}

function forget({ messages, enums, layers }, index) {
  for (const [message, fields] of Object.entries(messages)) {
    withoutDefinitions(fields, index);
    if (Object.keys(fields).length === 0) delete messages[message];
  }
  for (const [name, values] of Object.entries(enums)) {
    for (const [value, owners] of Object.entries(values)) {
      values[value] = owners.filter((owner) => owner !== index);
      if (values[value].length === 0) delete values[value];
    }
    if (Object.keys(values).length === 0) delete enums[name];
  }
  withoutDefinitions(layers, index);
}

function withoutDefinitions(home, index) {
  for (const [name, definitions] of Object.entries(home)) {
    home[name] = definitions
      .map((definition) => ({ ...definition, in: definition.in.filter((owner) => owner !== index) }))
      .filter((definition) => definition.in.length > 0);
    if (home[name].length === 0) delete home[name];
  }
}
