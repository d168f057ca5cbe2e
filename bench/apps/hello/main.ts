/** The smallest ordinary app: what the ordinary world costs before it does anything. */

console.log('hello');
