'use native';

/** `native:measure` of an image that was built with `MEASURE=1`. */

/** Does this image measure its handlers? */
export const isMeasured: boolean = true;
