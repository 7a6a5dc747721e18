/** What is wrong in a proto that nets are read with, told at its place in the proto. */
import { fillIn } from '#core/messages/render';
import { visible } from '#core/messages/shown';
import { infoOf } from '#core/problems/index';
import type { Fault } from '#core/schema/from-proto';
import type { Io } from './io';

/** `path`: of the proto, as given. */
export function complainOfProto(
  code: 'schema/broken-proto' | 'schema/unread-field',
  path: string,
  { line, reason }: Fault,
  io: Io,
): void {
  const { problems, phrases } = io.language;
  const sentence = fillIn(problems[code], { reason }, phrases);
  io.complain(`${visible(path)}:${line + 1}: ${infoOf(code).severity} ${code} ${sentence}`);
}
