// The compact form of the atlas that the engine reads (core/schema/atlas-data.ts).

const marks = { optional: '', repeated: '*', required: '!' };
const counts = ['exactbottom', 'minbottom', 'maxbottom', 'exacttop', 'mintop', 'maxtop'];

/**
 * A JSON string. It is not compressed: the `.vsix` is compressed as a whole, and a plain string costs less startup time than
 * code to inflate it. `atlas` has the form of schemas/atlas.json.
 */
export function packAtlas(atlas) {
  return JSON.stringify(compact(atlas));
}

/**
 * `sets`: sets of repositories as lists of ascending indices, each stored as the difference to the previous one, starting from
 * −1. `messages` and `enums`: pairs of a set's index and what its repositories have, as words: alternating `name` and `label
 * type=default`, or names of values. `layers`: a set's index, followed by the counts if any are known.
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

/** The sets as strings, the most frequent first. */
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

/** The counts up to the last known one. */
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
