/**
 * Conditions of targets: expressions over the fields and shapes of a layer, in a small part of JavaScript's syntax. They
 * are parsed by jsep and evaluated here, so that a condition in a workspace file can compute nothing else.
 */
import jsep from 'jsep';

/** Null is unknown. */
export type Value = number | string | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** A node of jsep's tree. A type of its own, since whoever imports the library has no jsep. */
interface Expression {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface Condition {
  readonly text: string;
  readonly expression: Expression;
}

/** The values of names, and whether a field is written. */
export interface Scope {
  readonly value: (name: string) => Value;
  readonly has: (field: string) => boolean;
}

/** A longer condition is not read: its cost and its depth are limited by its length. */
export const maxConditionLength = 500;

/** Undefined for a text that is no condition. */
export function conditionOf(text: string): Condition | undefined {
  if (text.length > maxConditionLength) return undefined;
  try {
    const expression = jsep(text);
    return isKnown(expression) ? { text, expression } : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined where it depends on something unknown. */
export function holds({ expression }: Condition, scope: Scope): boolean | undefined {
  const value = evaluate(expression, scope);
  return typeof value === 'boolean' ? value : undefined;
}

/** The fields and shapes that a condition names, as written in it and without repeats: `bottom[0][1]`, `axis`. */
export function namesIn({ expression }: Condition): readonly Name[] {
  const found = new Map<string, Name>();
  const walk = (node: Expression): void => {
    const text = nameOf(node);
    if (text !== undefined) found.set(text, { text, root: rootOf(node), expression: node });
    else for (const part of partsOf(node)) walk(part);
  };
  walk(expression);
  return [...found.values()];
}

export interface Name {
  readonly text: string;
  /** The field or variable that it begins with. */
  readonly root: string;
  readonly expression: Expression;
}

export function valueOf({ expression }: Name, scope: Scope): Value {
  return evaluate(expression, scope);
}

const functions: Readonly<Record<string, (...args: readonly number[]) => number>> = {
  min: Math.min,
  max: Math.max,
  abs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
};

const arithmetic: Readonly<Record<string, (a: number, b: number) => number | boolean>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

const operators = new Set([...Object.keys(arithmetic), '==', '!=', '&&', '||']);

function evaluate(node: Expression, scope: Scope): Value {
  const { type } = node;
  switch (type) {
    case 'Literal': {
      const value = (node as jsep.Literal).value;
      return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : null;
    }
    case 'Identifier':
      return scope.value((node as jsep.Identifier).name);
    case 'MemberExpression':
      return memberOf(node as jsep.MemberExpression, scope);
    case 'UnaryExpression': {
      const { operator, argument } = node as jsep.UnaryExpression;
      const value = evaluate(argument, scope);
      if (operator === '!') return typeof value === 'boolean' ? !value : null;
      return typeof value === 'number' ? -value : null;
    }
    case 'BinaryExpression':
      return binary(node as jsep.BinaryExpression, scope);
    case 'CallExpression':
      return called(node as jsep.CallExpression, scope);
    default:
      return null;
  }
}

function memberOf({ object, property, computed }: jsep.MemberExpression, scope: Scope): Value {
  const value = evaluate(object, scope);
  if (value === null || typeof value !== 'object') return null;
  const key = computed ? evaluate(property, scope) : (property as jsep.Identifier).name;
  if (Array.isArray(value)) {
    const items = value as readonly Value[];
    if (key === 'length') return items.length;
    return typeof key === 'number' ? (items.at(key) ?? null) : null;
  }
  return typeof key === 'string' && Object.hasOwn(value, key)
    ? ((value as Readonly<Record<string, Value>>)[key] ?? null)
    : null;
}

/** A known operand decides `&&` and `||` where the other one is unknown. */
function binary({ operator, left, right }: jsep.BinaryExpression, scope: Scope): Value {
  const a = evaluate(left, scope);
  if (operator === '&&' || operator === '||') {
    const decisive = operator === '||';
    if (a === decisive) return decisive;
    const b = evaluate(right, scope);
    if (b === decisive) return decisive;
    return a === null || b === null ? null : !decisive;
  }
  const b = evaluate(right, scope);
  if (a === null || b === null) return null;
  if (operator === '==') return a === b;
  if (operator === '!=') return a !== b;
  const compute = arithmetic[operator];
  return compute && typeof a === 'number' && typeof b === 'number' ? compute(a, b) : null;
}

/** `has(field)`, `within(text, "characters")`, and functions of numbers. */
function called({ callee, arguments: args }: jsep.CallExpression, scope: Scope): Value {
  const { name } = callee as jsep.Identifier;
  if (name === 'has') return scope.has((args[0] as jsep.Identifier).name);
  const values = args.map((arg) => evaluate(arg, scope));
  if (name === 'within') {
    const [text, allowed] = values;
    return typeof text === 'string' && typeof allowed === 'string'
      ? [...text].every((character) => allowed.includes(character))
      : null;
  }
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === values.length ? (functions[name]?.(...numbers) ?? null) : null;
}

/** Whether every part of it is one that `evaluate` knows. */
function isKnown(node: Expression): boolean {
  const isSound = ((): boolean => {
    switch (node.type) {
      case 'Literal':
      case 'Identifier':
      case 'MemberExpression':
        return true;
      case 'UnaryExpression':
        return ['!', '-'].includes((node as jsep.UnaryExpression).operator);
      case 'BinaryExpression':
        return operators.has((node as jsep.BinaryExpression).operator);
      case 'CallExpression': {
        const { callee, arguments: args } = node as jsep.CallExpression;
        const name = callee.type === 'Identifier' ? (callee as jsep.Identifier).name : '';
        if (name === 'has') return args.length === 1 && args[0]?.type === 'Identifier';
        return name === 'within' ? args.length === 2 : Object.hasOwn(functions, name) && args.length > 0;
      }
      default:
        return false;
    }
  })();
  return isSound && partsOf(node).every(isKnown);
}

function partsOf(node: Expression): readonly Expression[] {
  switch (node.type) {
    case 'MemberExpression': {
      const { object, property, computed } = node as jsep.MemberExpression;
      return computed ? [object, property] : [object];
    }
    case 'UnaryExpression':
      return [(node as jsep.UnaryExpression).argument];
    case 'BinaryExpression': {
      const { left, right } = node as jsep.BinaryExpression;
      return [left, right];
    }
    case 'CallExpression':
      return (node as jsep.CallExpression).arguments;
    default:
      return [];
  }
}

/** Undefined for anything but a name and its members. */
function nameOf(node: Expression): string | undefined {
  if (node.type === 'Identifier') return (node as jsep.Identifier).name;
  if (node.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = node as jsep.MemberExpression;
  const owner = nameOf(object);
  if (owner === undefined) return undefined;
  if (!computed) return `${owner}.${(property as jsep.Identifier).name}`;
  return property.type === 'Literal' ? `${owner}[${(property as jsep.Literal).raw}]` : undefined;
}

function rootOf(node: Expression): string {
  return node.type === 'MemberExpression'
    ? rootOf((node as jsep.MemberExpression).object)
    : (node as jsep.Identifier).name;
}
