import type { Rule } from 'eslint';

/** `rooms/one-way`; its option is the repository's folder. */
export const oneWay: Rule.RuleModule;
