/** Nets like ResNet, of any size, for measuring without public nets. */
/**
 * A residual net of `units` bottleneck units in four stages, each unit three convolutions with BatchNorm, Scale and ReLU,
 * spelt a field a line. 92 units give about 13,000 lines and 200 KB.
 */
export declare function residualNet(units: number): string;
