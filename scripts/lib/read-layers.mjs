// Reads layer types and their counts of bottoms and tops from the C++ sources of a Caffe, where these are plain numbers.

/** The names in the atlas for the methods that Caffe's classes override. */
const counters = {
  ExactNumBottomBlobs: 'exactbottom',
  MinBottomBlobs: 'minbottom',
  MaxBottomBlobs: 'maxbottom',
  ExactNumTopBlobs: 'exacttop',
  MinTopBlobs: 'mintop',
  MaxTopBlobs: 'maxtop',
};

const counter = new RegExp(
  `\\b(${Object.keys(counters).join('|')})\\s*\\(\\s*\\)\\s*const\\s*(?:override\\s*)?\\{\\s*return\\s+([^;]+?)\\s*;\\s*\\}`,
  'g',
);
const registration = /\bREGISTER_LAYER_(?:CLASS|CREATOR)\s*\(\s*(\w+)/g;
const classHead = /\bclass\s+(\w+)\s*(?:final\s*)?:\s*public\s+(?:\w+::)*(\w+)/g;

/** `{type: {exactbottom?, minbottom?, maxbottom?, exacttop?, mintop?, maxtop?}}` of the registered layers. `sources`: texts. */
export function layersIn(sources) {
  const texts = sources.map(code);
  const classes = new Map(texts.flatMap(classesIn));
  const types = new Set(texts.flatMap((text) => [...text.matchAll(registration)].map(([, type]) => type)));
  return Object.fromEntries([...types].sort().map((type) => [type, countsOf(`${type}Layer`, classes)]));
}

/** Removes comments and macros, in which names may be placeholders. */
function code(source) {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace(/^[ \t]*#(?:.*\\\r?\n)*.*$/gm, '');
}

function classesIn(text) {
  const heads = [...text.matchAll(classHead)];
  return heads.map(({ 1: name, 2: base, index }, i) => {
    const own = [...text.slice(index, heads[i + 1]?.index).matchAll(counter)];
    return [name, { base, counts: new Map(own.map(([, method, value]) => [method, value])) }];
  });
}

/** The counts of the nearest class that overrides each method. −1 means no limit; anything other than a number is unknown. */
function countsOf(name, classes) {
  const chain = [];
  for (let each = name; classes.has(each) && !chain.includes(classes.get(each)); each = classes.get(each).base)
    chain.push(classes.get(each));
  const found = Object.entries(counters).map(([method, key]) => [
    key,
    chain.find(({ counts }) => counts.has(method))?.counts.get(method),
  ]);
  return Object.fromEntries(
    found.filter(([, value]) => /^\d+$/.test(value ?? '')).map(([key, value]) => [key, Number(value)]),
  );
}
