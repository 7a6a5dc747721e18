/** Mean files that a net names: the shape in them is the shape of its records. */
import { dirname, join } from 'node:path';
import { shapeOfBlobProto } from '#core/net/blob-proto';
import type { Io } from './io';

/** Looks a path up beside the net's file, then from the working directory, where Caffe itself would look. */
export function meanShapes(netPath: string, io: Io): (path: string) => readonly number[] | undefined {
  return (path) => {
    for (const candidate of [join(dirname(netPath), path), path]) {
      const shape = shapeAt(candidate, io);
      if (shape) return shape;
    }
    return undefined;
  };
}

function shapeAt(path: string, io: Io): readonly number[] | undefined {
  try {
    return shapeOfBlobProto(io.readFile(path));
  } catch {
    return undefined;
  }
}
