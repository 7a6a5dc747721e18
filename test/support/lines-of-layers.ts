/** Layers that span several lines. */
export const layer = (name: string, bottom: string): string =>
  `layer {\n  name: "${name}"\n  type: "ReLU"\n  bottom: "${bottom}"\n  top: "${name}"\n}\n`;
export const data = 'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }\n';
