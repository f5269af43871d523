// Words for the person who waits. They go to standard error, so that standard output carries answers only.

/** Prints one line of progress. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** A step of the set-up that could not be done; its message is a sentence for the reader. */
export class SetupError extends Error {}

/** Runs `body` and, when it throws, prints the sentence and ends with status 1. */
export async function orExplain(body) {
  try {
    await body();
  } catch (error) {
    say(error instanceof SetupError ? `✗ ${error.message}` : `✗ 出现意外错误：\n${error?.stack ?? error}`);
    process.exit(1);
  }
}
