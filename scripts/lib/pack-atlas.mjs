// The atlas as the engine reads it (core/schema/atlas-data.ts): JSON with repetitions factored out.

const marks = { optional: '', repeated: '*', required: '!' };
const counts = ['exactbottom', 'minbottom', 'maxbottom', 'exacttop', 'mintop', 'maxtop'];

/**
 * A text of JSON, not compressed: the `.vsix` is, and a constant text costs a start less than what would inflate it.
 * `atlas` has the form of schemas/atlas.json.
 */
export function packAtlas(atlas) {
  return JSON.stringify(compact(atlas));
}

/**
 * `sets`: sets of repositories, each as the differences of their indices, counted from -1. `messages` and `enums`: of each
 * the set, then what these repositories have, in words: `name`, `label type=default` in turn, or names of values.
 * `layers`: of each the set, with counts if any are known.
 */
function compact({ repositories, messages, enums, layers }) {
  const sets = setsOf({ messages, enums, layers });
  const number = new Map(sets.map((set, i) => [set, i]));
  const indexOf = (set) => number.get(String(set));
  return {
    repositories,
    sets: sets.map((set) => set.split(',').map((index, i, all) => index - (i === 0 ? -1 : all[i - 1]))),
    messages: mapped(messages, (fields) =>
      grouped(
        Object.entries(fields).flatMap(([name, definitions]) =>
          definitions.map((definition) => [indexOf(definition.in), `${name} ${typeText(definition)}`]),
        ),
      ),
    ),
    enums: mapped(enums, (values) =>
      grouped(Object.entries(values).map(([name, repositories]) => [indexOf(repositories), name])),
    ),
    layers: mapped(layers, (definitions) =>
      definitions.map((definition) => [indexOf(definition.in), ...countsOf(definition)]),
    ),
  };
}

/** As texts, the commonest first. */
function setsOf({ messages, enums, layers }) {
  const times = new Map();
  const count = (set) => times.set(String(set), (times.get(String(set)) ?? 0) + 1);
  for (const each of [...Object.values(messages).flatMap(Object.values).flat(), ...Object.values(layers).flat()])
    count(each.in);
  for (const set of Object.values(enums).flatMap(Object.values)) count(set);
  return [...times].sort(([, a], [, b]) => b - a).map(([set]) => set);
}

function typeText({ label, type, default: fallback }) {
  return `${marks[label]}${type}${fallback === undefined ? '' : `=${encodeURI(fallback)}`}`;
}

/** Up to the last that is known. */
function countsOf(definition) {
  const known = counts.map((name) => definition[name] ?? null);
  return known.slice(0, known.findLastIndex((count) => count !== null) + 1);
}

function grouped(entries) {
  const groups = new Map();
  for (const [set, text] of entries) groups.set(set, [...(groups.get(set) ?? []), text]);
  return [...groups].flatMap(([set, texts]) => [set, texts.join(' ')]);
}

function mapped(object, change) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}
