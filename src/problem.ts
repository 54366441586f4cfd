/**
 * Something that whoever runs the bot can mend. Its message is one sentence that says what was wrong and what to do;
 * `main.ts` and the command line print it without a stack trace and end with exit code 1.
 */
export class Problem extends Error {
  override readonly name = "Problem";
}
