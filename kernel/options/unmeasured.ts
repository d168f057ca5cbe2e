'use native';

/** `native:measure` of an image that was built without `MEASURE=1`. */

/** Does this image measure its handlers? A constant: code under it is in no image that does not. */
export const isMeasured: boolean = false;
