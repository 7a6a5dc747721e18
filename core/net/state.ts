/**
 * Decides which layers are in a state: Caffe's NetState against the `include` and `exclude` rules of a layer (net.cpp,
 * FilterNet).
 */
import { entriesOf, has, isUnread, num, str, strs, type Message } from '../schema/message';
import type { NetState, Phase } from './model';

export const trainState: NetState = { phase: 'TRAIN', level: 0, stages: [] };
export const testState: NetState = { phase: 'TEST', level: 0, stages: [] };

/** The state that Caffe builds the net in: the one asked for, with the stages in the file's own `state` added. */
export function effectiveState(asked: NetState, ownState: Message | undefined): NetState {
  const own = ownState ? strs(ownState, 'stage') : [];
  return own.length === 0 ? asked : { ...asked, stages: [...own, ...asked.stages] };
}

/** One `include` or `exclude`, decoded. */
export interface StateRule {
  readonly phase: Phase | undefined;
  readonly minLevel: number | undefined;
  readonly maxLevel: number | undefined;
  readonly stages: readonly string[];
  readonly notStages: readonly string[];
  /** A condition cannot be read: whether the rule is met is not known. */
  readonly isUnread: boolean;
}

export function readRule(rule: Message): StateRule {
  return {
    phase: isKnown(rule, 'phase') ? phaseNamed(str(rule, 'phase')) : undefined,
    minLevel: isKnown(rule, 'min_level') ? num(rule, 'min_level') : undefined,
    maxLevel: isKnown(rule, 'max_level') ? num(rule, 'max_level') : undefined,
    stages: strs(rule, 'stage'),
    notStages: strs(rule, 'not_stage'),
    isUnread: rule.state === 'unreadable',
  };
}

function isKnown(rule: Message, name: string): boolean {
  return has(rule, name) && !isUnread(rule, name);
}

/** True for a layer with a rule that cannot be read: it is treated as being in each state that it may be in. */
export function mayBeAbsent(layer: Message | undefined): boolean {
  return layer?.state === 'unreadable' && ['include', 'exclude'].some((name) => isUnreadIn(layer, name));
}

function isUnreadIn(layer: Message, name: string): boolean {
  return entriesOf(layer, name).some(({ value }) => typeof value === 'object' && value.state === 'unreadable');
}

export function phaseNamed(name: string): Phase {
  return name === 'TEST' ? 'TEST' : 'TRAIN';
}

/** True if every condition of the rule that is known holds. */
export function meets(rule: StateRule, state: NetState): boolean {
  if (rule.phase !== undefined && rule.phase !== state.phase) return false;
  if (rule.minLevel !== undefined && state.level < rule.minLevel) return false;
  if (rule.maxLevel !== undefined && state.level > rule.maxLevel) return false;
  return (
    rule.stages.every((stage) => state.stages.includes(stage)) &&
    !rule.notStages.some((stage) => state.stages.includes(stage))
  );
}

/** A layer is in if any `include` rule may be met, or there is none and no `exclude` rule is certainly met. */
export function isIn(includes: readonly StateRule[], excludes: readonly StateRule[], state: NetState): boolean {
  if (includes.length > 0) return includes.some((rule) => meets(rule, state));
  return excludes.length === 0 || !excludes.some((rule) => !rule.isUnread && meets(rule, state));
}

/** `TRAIN`, `TEST, level 1, stage a`. */
export function formatState(state: NetState): string {
  const level = state.level === 0 ? '' : `, level ${state.level}`;
  return `${state.phase}${level}${state.stages.map((stage) => `, stage ${stage}`).join('')}`;
}
