/** The initial weights that a net can be run with besides its own. */

/** Fillers that can replace all others. `average` is xavier with the mean of both fans. */
export const weightFillers = ['xavier', 'average', 'msra'] as const;
export type WeightFiller = (typeof weightFillers)[number];

/** `lsuv`: the net's own fillers, each filter scaled so that its layer's top has a variance of 1 (Mishkin and Matas 2016). */
export const whatIfs = [...weightFillers, 'lsuv'] as const;
export type WhatIf = (typeof whatIfs)[number];
