// Layer types and their counts of bottoms and tops, from C++ sources of a Caffe, as far as these say them plainly.

/** How the atlas calls what Caffe's classes override. */
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

/** Without comments and macros, where names stand for something else. */
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

/** Each counter as the nearest class overrides it; -1 is none, and anything but a number is not known. */
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
