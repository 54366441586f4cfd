import { randomBytes } from "node:crypto";
import { ReplayEngine, type ReplayState } from "@grammyjs/conversations";
import type { Answer, Reply } from "./answer.ts";
import { defineButton, type Tap } from "./buttons.ts";
import {
  type Conversation,
  type Ending,
  type Entered,
  type Feature,
  onTap,
  type Request,
  type Steps,
} from "./feature.ts";
import { askedAgain, noSuchStep, stepOver } from "./messages.ts";
import { isAllowed, refused } from "./permission.ts";
import type { TakeTurn, Turn } from "./turn.ts";

/** What is kept of a conversation. */
interface State {
  readonly name: string;
  readonly begin: unknown;
  /** Tells its buttons from those of conversations before it. */
  readonly mark: string;
  /** The number of the update that brought it here. */
  readonly update: number;
  readonly replay: ReplayState;
  /** Which question waits for an answer, and what it takes; null when it has ended. */
  readonly waiting: {
    readonly question: number;
    readonly interrupt: number;
    readonly takes: "taps" | "location" | null;
  } | null;
}

interface Step {
  readonly mark: string;
  readonly question: number;
  readonly value: string;
}

/** An answer to a question of a conversation: which conversation, which of its questions, and the answer. */
export const stepButton = defineButton<Step>({
  code: "c",
  write: ({ mark, question, value }) => `${mark}~${question.toString(36)}~${value}`,
  read(payload) {
    const [, mark, question = "", value] = /^([\w-]{4})~([0-9a-z]{1,4})~([\w~-]*)$/.exec(payload) ?? [];
    return mark === undefined || value === undefined ? null : { mark, question: Number.parseInt(question, 36), value };
  },
});

/** A button of a question: what it answers. Which question that is, is written into it when it is shown. */
export function answerTap(value: string): Tap {
  return { code: stepButton.code, payload: value };
}

/** Ends the conversation, from whatever question. */
export const cancelValue = "cancel";

/** Takes as the answer what was typed and read as something else: the text that the question replies to. */
const typedValue = "typed";

/** It is itself a feature: the buttons of all questions, and the command that ends a conversation. */
export interface Conversations extends Feature {
  /** Begins one, in the place of what the member was in the middle of. */
  begin(request: Request, name: string, begin: unknown): Promise<Reply>;
  /** @returns null where nothing waits for what was sent */
  enter(request: Request, entered: Entered): Promise<Reply | null>;
  /**
   * What was typed is a cry for help, or sounds like one. The question that waits for a text is shown again, and takes it as
   * the answer where a tap says that it was one.
   *
   * @returns null where no question waits for a text
   */
  askAgain(request: Request): Promise<Reply | null>;
}

/**
 * Conversations are functions that wait. What they waited for and what they recorded is kept, sealed, by `takeTurn`; to go on
 * they run again from the beginning with all of that at hand (the replay engine of @grammyjs/conversations).
 *
 * The middleware of that package is not used: it keeps whole updates and answers of the Bot API, apart from the transaction
 * of the effect. Here what was entered, its effect and the number of its update are one transaction, and what is shown is
 * data: an update that comes twice is shown its answer twice, and has its effect once.
 */
export function createConversations(all: readonly Conversation[], takeTurn: TakeTurn): Conversations {
  const named = (name: string) => all.find((conversation) => conversation.name === name);

  /** Goes on until the next question or the end, keeps that, and draws it. */
  async function play(
    conversation: Conversation,
    state: State,
    request: Request,
    turn: Turn,
    asked = (question: Answer) => question,
  ): Promise<Reply> {
    let questions = 0;
    let show: ((request: Request) => Answer) | undefined;
    let taken: "taps" | "location" | null = null;
    let ending: Ending | undefined;
    const engine = new ReplayEngine(async ({ interrupt, action }) => {
      const steps: Steps = {
        ask(draw, takes) {
          questions += 1;
          show = draw;
          taken = takes ?? null;
          return interrupt("ask") as Promise<Entered>;
        },
        record: (work) => action(async () => work(request, turn.transaction), "record"),
      };
      ending = await conversation.run(steps, state.begin);
    });
    const result = await engine.replay(state.replay);
    switch (result.type) {
      case "thrown":
        if (isAltered(result.error)) {
          await turn.keep(null);
          return { show: stepOver(request.words, "altered") };
        }
        // Nothing of this turn is kept; the question still waits.
        throw result.error;
      case "interrupted": {
        const [waitsFor] = result.interrupts;
        if (show === undefined || waitsFor === undefined) {
          throw new Error(`The conversation ${conversation.name} waits for nothing`);
        }
        const waiting = { question: questions, interrupt: waitsFor, takes: taken };
        await keep(turn, request.update, { ...state, replay: result.state, waiting });
        return { show: asked(marked(show(request), state.mark, questions)) };
      }
      default:
        await keep(turn, request.update, { ...state, waiting: null });
        return ending?.(request) ?? {};
    }
  }

  async function keep(turn: Turn, update: number, state: State): Promise<void> {
    if (!turn.isRepeated) {
      await turn.keep(JSON.stringify({ ...state, update }));
    }
  }

  /** One update of a member: what she is in the middle of, if she still may. */
  async function inTurn(
    request: Request,
    work: (request: Request, turn: Turn, state: State | null) => Promise<Reply | null>,
  ): Promise<Reply | null> {
    const outcome = await takeTurn(request, async (turn) => {
      const kept = await turn.read();
      const state = kept === null ? null : (JSON.parse(kept) as State);
      const reply = await work({ ...request, staff: turn.member }, turn, state);
      if (reply === null) {
        await turn.pass();
      }
      return { reply };
    });
    return outcome === null ? refused("staff", { ...request, staff: undefined }) : outcome.reply;
  }

  async function goOn(request: Request, turn: Turn, state: State, entered: Entered): Promise<Reply> {
    const conversation = named(state.name);
    if (conversation === undefined) {
      await turn.keep(null);
      return { show: stepOver(request.words, "altered") };
    }
    if (!isAllowed(conversation.permission, request)) {
      await turn.keep(null);
      return refused(conversation.permission, request);
    }
    if (!turn.isRepeated && state.waiting !== null) {
      ReplayEngine.supply(state.replay, state.waiting.interrupt, entered);
    }
    return play(conversation, state, request, turn);
  }

  async function cancel(request: Request): Promise<Reply> {
    const reply = await inTurn(request, async ({ words }, turn, state) => {
      await turn.keep(null);
      return { show: stepOver(words, state === null ? "nothing" : "cancelled") };
    });
    return reply ?? {};
  }

  async function tap(request: Request, { mark, question, value }: Step): Promise<Reply> {
    const reply = await inTurn(request, async (fresh, turn, state) => {
      const isWaited = state?.mark === mark && state.waiting?.question === question && !turn.isRepeated;
      if (state === null || !(isWaited || isAgain(state, turn, request))) {
        return { notice: noSuchStep(fresh.words) };
      }
      if (value === cancelValue) {
        await turn.keep(null);
        return { show: stepOver(fresh.words, "cancelled") };
      }
      return goOn(fresh, turn, state, value === typedValue ? typedBefore(fresh) : { kind: "tap", value });
    });
    return reply ?? {};
  }

  return {
    commands: [{ command: "cancel", permission: "staff", answer: cancel }],
    taps: [onTap(stepButton, "staff", tap)],
    async begin(request, name, begin) {
      const conversation = named(name);
      if (conversation === undefined || !isAllowed(conversation.permission, request)) {
        return refused(conversation?.permission ?? "staff", request);
      }
      const reply = await inTurn(request, (fresh, turn, state) => {
        if (!isAllowed(conversation.permission, fresh)) {
          return Promise.resolve(refused(conversation.permission, fresh));
        }
        const mark = randomBytes(3).toString("base64url");
        const empty: State = { name, begin, mark, update: 0, replay: { send: [], receive: [] }, waiting: null };
        return play(conversation, isAgain(state, turn, request) ? state : empty, fresh, turn);
      });
      return reply ?? {};
    },
    enter: (request, entered) =>
      inTurn(request, async (fresh, turn, state) => {
        const isTaken = !turn.isRepeated && takesMessages(state);
        return state !== null && (isTaken || isAgain(state, turn, request))
          ? goOn(fresh, turn, state, taken(state, entered))
          : null;
      }),
    askAgain: (request) =>
      inTurn(request, async (fresh, turn, state) => {
        const waiting = takesMessages(state) ? (state?.waiting ?? null) : null;
        const conversation = state === null ? undefined : named(state.name);
        if (state === null || waiting === null || conversation === undefined) {
          return null;
        }
        const asAnswer = stepButton.tap({ mark: state.mark, question: waiting.question, value: typedValue });
        return isAllowed(conversation.permission, fresh)
          ? play(conversation, state, fresh, turn, (question) => askedAgain(fresh.words, question, asAnswer))
          : null;
      }),
  };
}

/** Whether this very update brought the conversation where it is: then it is only drawn again. */
function isAgain(state: State | null, { isRepeated }: Turn, { update }: Request): state is State {
  return isRepeated && state?.update === update;
}

/** Whether a conversation that was kept is no more what the program would do; the engine says so in these words. */
function isAltered(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("Bad replay");
}

/** Whether its question takes more than taps. */
function takesMessages(state: State | null): boolean {
  return state !== null && state.waiting !== null && state.waiting.takes !== "taps";
}

/** What is kept of it: where somebody is only where that is asked. */
function taken({ waiting }: State, entered: Entered): Entered {
  if (entered.kind !== "location") {
    return shortened(entered);
  }
  const { kind, latitude, longitude } = entered;
  return waiting?.takes === "location" ? { kind, latitude, longitude } : { kind: "other" };
}

/** All of it is kept until the end. No question takes more than 1,000 characters: what is longer still shows that it is. */
function shortened(entered: Entered): Entered {
  return entered.kind === "text" ? { ...entered, text: entered.text.slice(0, 1001) } : entered;
}

/** Where what was typed has been erased since, it is asked anew. */
function typedBefore({ repliedText: text }: Request): Entered {
  return text === undefined ? { kind: "other" } : shortened({ kind: "text", text });
}

/** Writes into the buttons of a question which question it is. */
function marked(answer: Answer, mark: string, question: number): Answer {
  const buttons = (answer.buttons ?? []).map((row) =>
    row.map((button) =>
      button.tap.code === stepButton.code
        ? { ...button, tap: stepButton.tap({ mark, question, value: button.tap.payload }) }
        : button,
    ),
  );
  return { ...answer, buttons, ownButtonsOnly: true };
}
