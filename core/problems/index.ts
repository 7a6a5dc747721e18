/** Kinds of problems, and problems of each kind: code, severity, English sentence and arguments are one typed thing. */
export type { Holding, NamesIn } from './braces';
export type { CodeInfo, ProblemKind, Severity } from './kind';
export { phrases as englishPhrases } from './phrases';
export { related as englishRelated } from './related';
export {
  argumentsOf,
  placed,
  placeless,
  problemAt,
  suggesting,
  type Argument,
  type Arguments,
  type ArgumentsOf,
  type Elsewhere,
  type OtherArgumentsOf,
  type Phrase,
  type Problem,
  type Related,
  type Span,
} from './problem';
export { allCodes, infoOf, isCode, isError, kindOf, pageOf, type Code, type OwnNames } from './table';
