import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import type { Talk } from "../assembly/setup.ts";
import { Problem } from "../problem.ts";

export interface Terminal extends Talk {
  close(): void;
}

/** Whoever sits at the keyboard, or lines that are piped in: one a question. */
export function openTerminal(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Terminal {
  let isHidden = false;
  // What readline echoes goes through here, so that a secret is not shown as it is typed or pasted.
  const echo = new Writable({
    write(chunk, _encoding, done) {
      if (!isHidden) {
        output.write(chunk);
      }
      done();
    },
  });
  const isTerminal = "isTTY" in input && input.isTTY === true && "isTTY" in output && output.isTTY === true;
  const reading = createInterface({ input, output: echo, terminal: isTerminal, historySize: 0 });
  // Ctrl-C comes here and not as a signal while readline holds the keyboard.
  reading.on("SIGINT", () => reading.close());
  const lines = reading[Symbol.asyncIterator]();
  return {
    say: (text) => void output.write(`${text}\n`),
    async ask(question, secret = false) {
      output.write(`${question}\n> `);
      isHidden = secret;
      const { done, value } = await lines.next();
      isHidden = false;
      if (secret || !isTerminal) {
        output.write("\n");
      }
      if (done === true) {
        throw new Problem(
          "Setup was interrupted; what is written so far stays. Run it again: npm run -s inloop -- setup",
        );
      }
      return value;
    },
    close: () => reading.close(),
  };
}
