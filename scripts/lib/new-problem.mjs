// What a new kind of problem needs, as changes of the sources.

/** Reasons why a code has no fix; any other `fix` is the name of a fixer, which needs a sample. */
const reasons = ['author', 'several', 'elsewhere', 'none'];

/** Families whose problems no edit of the text can fix: `core/edit/fixes/outside.ts` says so for all of them. */
const outside = ['file', 'weights'];

/** What is still to be written; the tests fail while it stands anywhere. */
export const unwritten = 'TODO';

/**
 * The changed files by path. `read(path)` gives a source's text, undefined where there is none. Throws with a sentence for
 * the person where the code can't be added.
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
