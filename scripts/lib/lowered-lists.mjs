// The lists in docs/onnx.md of the layer types with and without ONNX operators.

/** The page with both lists; `rules` are those of all known Caffes. */
export function withLoweredLists(page, rules) {
  const typesOf = (some) => [...new Set(some.map(({ type }) => type))].sort();
  const lowered = typesOf(rules.filter(({ onnx }) => onnx));
  const others = typesOf(rules.filter(({ onnx, source }) => !onnx && !source));
  const missing = others.filter((type) => !lowered.includes(type));
  return withList(withList(page, 'lowered', lowered), 'not lowered', missing);
}

function withList(page, marker, types) {
  const [start, end] = [`<!-- ${marker} -->\n`, `<!-- /${marker} -->`];
  const from = page.indexOf(start) + start.length;
  return `${page.slice(0, from)}${wrapped(`${types.join(', ')}.`)}\n${page.slice(page.indexOf(end, from))}`;
}

/** In lines of at most 140 characters. */
function wrapped(text) {
  return text.replaceAll(/(.{1,140})(?: |$)/g, '$1\n').trimEnd();
}
