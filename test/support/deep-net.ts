/** A training net of `count` convolutions, each before a ReLU, with the given filler for weights. */
export function deepNet(filler: string, count: number, neuron = 'ReLU'): string {
  const layers = Array.from(
    { length: count },
    (_, i) => `
    layer { name: "c${i}" type: "Convolution" bottom: "${i === 0 ? 'data' : `c${i - 1}`}" top: "c${i}" convolution_param { num_output: 64 kernel_size: 3 pad: 1 weight_filler { ${filler} } } }
    layer { name: "r${i}" type: "${neuron}" bottom: "c${i}" top: "c${i}" }`,
  );
  return `${data}${layers.join('')}
    layer { name: "score" type: "InnerProduct" bottom: "c${count - 1}" top: "score" inner_product_param { num_output: 10 weight_filler { type: "xavier" } } }
    ${loss('score')}`;
}

const data =
  'layer { name: "data" type: "Data" top: "data" top: "label" data_param { source: "x" batch_size: 8 } } # prototxt: datum 3x8x8\n';

export function loss(bottom: string): string {
  return `layer { name: "loss" type: "SoftmaxWithLoss" bottom: "${bottom}" bottom: "label" top: "loss" }\n`;
}
