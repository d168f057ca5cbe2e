/** What the lowering calls in place of Porffor's own library; only what a program uses goes into it. */

export { from as $from } from './array-from.ts';
export {
	asyncCursor as $asyncCursor,
	asyncGenerator as $asyncGenerator,
	awaiting as $await,
} from './async-generators.ts';
export {
	errorText as $errorText,
	isError as $isError,
	nameError as $nameError,
	stackOf as $stackOf,
	startError as $startError,
	withCause as $withCause,
} from './errors.ts';
export {
	cursor as $cursor,
	entries as $entries,
	iterable as $iterable,
	iterator as $iterator,
	keys as $keys,
	list as $list,
	returnFrom as $return,
	take as $take,
	values as $values,
} from './iterators.ts';
export { parse as $jsonParse } from './json-parse.ts';
export { stringify as $jsonStringify } from './json-stringify.ts';
export {
	clz32 as $clz32,
	isInteger as $isInteger,
	isSafeInteger as $isSafeInteger,
	round as $round,
	toExponential as $toExponential,
	toFixed as $toFixed,
	toLocaleString as $toLocaleString,
	toNumber as $toNumber,
	toPrecision as $toPrecision,
} from './numbers.ts';
export {
	isStillIn as $isStillIn,
	namesIn as $namesIn,
	objectEntries as $objectEntries,
	objectKeys as $objectKeys,
	objectNames as $objectNames,
	objectValues as $objectValues,
} from './objects.ts';
export { source as $source } from './source.ts';
export {
	charAt as $charAt,
	join as $join,
	lastIndexOf as $lastIndexOf,
	match as $match,
	search as $search,
	substr as $substr,
	substring as $substring,
	toLowerCase as $toLowerCase,
	toUpperCase as $toUpperCase,
} from './strings.ts';
export {
	elementSize as $elementSize,
	has as $has,
	sort as $sort,
} from './typed-arrays.ts';
