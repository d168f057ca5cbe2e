/** What Porffor itself offers to the code that it compiles. */
declare const Porffor: {
	readonly promise: {
		/** Runs all microtasks; throws one rejection that nobody handled and leaves the rest. */
		runJobs(): void;
	};
};
