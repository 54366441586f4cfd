import { badRequest } from "../../refusal.ts";
import type { World } from "../../world/world.ts";
import { flag, text } from "../arguments.ts";
import type { Methods } from "../method.ts";

const longestAnswer = 200;

export function tapMethods(world: World): Methods {
  return {
    answerCallbackQuery(args) {
      const answer = text(args, "text");
      if (answer.length > longestAnswer) throw badRequest("MESSAGE_TOO_LONG");
      const queryId = text(args, "callback_query_id");
      const tap = world.taps.close(queryId);
      if (tap === null) {
        throw badRequest("query is too old and response timeout expired or query ID is invalid");
      }
      world.announcements.announce(() => ({
        type: "tap-answered",
        chatId: tap.chatId,
        queryId,
        text: answer === "" ? null : answer,
        alert: flag(args, "show_alert"),
      }));
      return true;
    },
  };
}
