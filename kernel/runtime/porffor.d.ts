/** What Porffor itself offers to the code that it compiles. */
declare const Porffor: {
	/** Puts its text into the C, where local variables have the names that they have here. */
	c(text: TemplateStringsArray): void;
	readonly promise: {
		/** Runs all microtasks; throws one rejection that nobody handled and leaves the rest. */
		runJobs(): void;
	};
};
