// The changes of the sources that add a new kind of problem.

/** Reasons why a code has no fix; any other `fix` is the name of a fixer, which needs a sample. */
const reasons = ['author', 'several', 'elsewhere', 'none'];

/** Families whose problems can't be fixed by editing the text, as `core/edit/fixes/outside.ts` says. */
const outside = ['file', 'weights'];

/** A placeholder for missing texts; the tests fail while one remains. */
export const unwritten = 'TODO';

/**
 * The changed files by path. `read(path)` returns a source's text, undefined if it does not exist. Throws with a message for
 * the user if the code can't be added.
 */
export function withNewProblem({ code, severity, says, help, zh, fix }, read) {
  const [, family] = /^([a-z]+)\/[a-z0-9]+(?:-[a-z0-9]+)*$/.exec(code) ?? [];
  if (family === undefined)
    throw new Error(`A code is a family, a slash, and words: layer/pad-too-large, not ${code}.`);
  const tablePath = `core/problems/${family}.ts`;
  const table = read(tablePath);
  if (table === undefined) throw new Error(`There is no family ${family}: add ${tablePath} to core/problems/table.ts.`);
  if (table.includes(`'${code}'`)) throw new Error(`${code} exists already.`);
  const changed = new Map();
  const append = (path, closing, entry) => {
    const text = read(path);
    const at = text.lastIndexOf(closing);
    changed.set(path, `${text.slice(0, at)}\n${entry}${text.slice(at)}`);
  };
  append(
    tablePath,
    '\n} as const',
    `  '${code}': {\n    severity: ${quoted(severity)},\n    says: ${quoted(says)},\n    help: ${quoted(help)},\n  },`,
  );
  append(`core/messages/zh-cn/${family}.ts`, '\n};', `  '${code}': ${quoted(zh)},`);
  if (outside.includes(family)) return changed;
  append(`core/edit/fixes/${family}.ts`, '\n};', `  '${code}': ${reasons.includes(fix) ? quoted(fix) : fix},`);
  if (!reasons.includes(fix))
    append('test/edit/fix-samples.ts', '\n};', `  '${code}': ['${unwritten}: before', '${unwritten}: after'],`);
  return changed;
}

function quoted(text) {
  return text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", "\\'")}'`;
}
