import type { InlineAnswer, InlineChoice, InlineQuestion } from "../../src/playground/protocol.ts";
import type { PlaygroundClient } from "./playground-client.ts";
import { withoutIsolates } from "./reaction.ts";

export type InlineWish = Pick<InlineQuestion, "offset" | "chatType">;

/** What a person is shown who asked inline: results, titles and texts are in the same order. */
export interface InlineReaction extends InlineAnswer {
  readonly titles: readonly string[];
  /** What choosing each result would say, without the invisible marks of direction. */
  readonly texts: readonly string[];
  /** What names a result, found by its title or id. */
  choice(result: string): Pick<InlineChoice, "queryId" | "resultId">;
}

/** Asks the bot inline, and waits for its answer. */
export async function askInline(
  client: PlaygroundClient,
  from: number,
  query: string,
  wish: InlineWish = {},
): Promise<InlineReaction> {
  const { id } = (await client.control("POST", "/inline-queries", { from, query, ...wish })) as { id: string };
  const answer = await client.inlineAnswerOf(id);
  await client.allHandled();
  const titles = answer.results.map(({ title }) => withoutIsolates(title));
  return {
    ...answer,
    titles,
    texts: answer.results.map(({ message }) => withoutIsolates(message.text ?? "")),
    choice(wanted) {
      const result = answer.results.find((shown, position) => shown.id === wanted || titles[position] === wanted);
      if (result === undefined) throw new Error(`No result says "${wanted}"; there are ${JSON.stringify(titles)}`);
      return { queryId: answer.queryId, resultId: result.id };
    },
  };
}
