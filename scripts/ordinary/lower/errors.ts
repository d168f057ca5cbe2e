/** The built-in errors, which Porffor does not make instances of Error. */
export const errors: readonly string[] = [
	'Error',
	'AggregateError',
	'EvalError',
	'RangeError',
	'ReferenceError',
	'SyntaxError',
	'TypeError',
	'URIError',
];
