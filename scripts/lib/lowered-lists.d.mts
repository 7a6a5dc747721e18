export function withLoweredLists(
  page: string,
  rules: readonly { readonly type: string; readonly onnx?: unknown; readonly source?: boolean }[],
): string;
