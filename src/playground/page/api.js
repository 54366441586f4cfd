/**
 * @typedef {import("../protocol.ts").PlaygroundState} PlaygroundState
 * @typedef {import("../protocol.ts").PlaygroundEvent} PlaygroundEvent
 * @typedef {import("../protocol.ts").ChatState} ChatState
 * @typedef {import("../protocol.ts").ClockState} ClockState
 * @typedef {import("../protocol.ts").NewPerson} NewPerson
 * @typedef {import("../protocol.ts").OutgoingMessage} OutgoingMessage
 * @typedef {import("@grammyjs/types").Message} Message
 */

/** A process that restarts at once should not raise an alarm. */
const patience = 1500;
const retryAfter = 2000;

/**
 * @param {string} method
 * @param {string} path under /playground
 * @param {unknown} [body]
 */
async function request(method, path, body) {
  const response = await fetch(`/playground${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
  }).catch((cause) => {
    throw new Error("The playground does not answer. Has it stopped?", { cause });
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? `The playground answered ${response.status}.`);
  return answer;
}

/** @type {() => Promise<PlaygroundState>} */
export const getState = () => request("GET", "/state");

/** @type {(person: NewPerson) => Promise<ChatState>} */
export const addPerson = (person) => request("POST", "/people", person);

/** @type {(chatId: number, message: OutgoingMessage) => Promise<Message>} */
export const sendMessage = (chatId, message) => request("POST", `/chats/${chatId}/messages`, message);

/** @type {(chatId: number, messageId: number, data: string) => Promise<{ id: string }>} */
export const tap = (chatId, messageId, data) => request("POST", `/chats/${chatId}/taps`, { messageId, data });

/** @type {(chatId: number, blocked: boolean) => Promise<ChatState>} */
export const setBlocked = (chatId, blocked) => request("PUT", `/chats/${chatId}/blocked`, { blocked });

/** @type {(now: string | null) => Promise<ClockState>} */
export const setClock = (now) => request("PUT", "/clock", { now });

/** @type {(fileId: string) => string} */
export const fileUrl = (fileId) => `/playground/files/${encodeURIComponent(fileId)}`;

/**
 * Keeps the page at what the playground says: the whole state on every (re)connection, then each event.
 * Events that arrive while the state is on its way are applied after it; applying one twice changes nothing.
 * @param {{ onState: (state: PlaygroundState) => void, onEvent: (event: PlaygroundEvent) => void, onConnected: (connected: boolean) => void }} listeners
 */
export function connect({ onState, onEvent, onConnected }) {
  const source = new EventSource("/playground/events");
  /** @type {PlaygroundEvent[] | null} */
  let waiting = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let alarm;

  const again = () => {
    source.close();
    setTimeout(() => connect({ onState, onEvent, onConnected }), retryAfter);
  };

  source.onopen = async () => {
    clearTimeout(alarm);
    alarm = undefined;
    waiting ??= [];
    try {
      onState(await getState());
    } catch {
      onConnected(false);
      return again();
    }
    onConnected(true);
    const missed = waiting ?? [];
    waiting = null;
    for (const event of missed) onEvent(event);
  };
  source.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    if (waiting) waiting.push(event);
    else onEvent(event);
  };
  source.onerror = () => {
    waiting = [];
    alarm ??= setTimeout(() => onConnected(false), patience);
    if (source.readyState === EventSource.CLOSED) again();
  };
}
