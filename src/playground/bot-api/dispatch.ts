import { Refusal } from "../refusal.ts";
import type { World } from "../world/world.ts";
import type { Arguments } from "./arguments.ts";
import type { MethodName, Methods } from "./method.ts";
import { editMethods } from "./methods/edits.ts";
import { fileMethods } from "./methods/files.ts";
import { inlineMethods } from "./methods/inline.ts";
import { profileMethods } from "./methods/profile.ts";
import { tapMethods } from "./methods/taps.ts";
import { textMethods } from "./methods/texts.ts";
import { updateMethods } from "./methods/updates.ts";

export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: { readonly retry_after: number };
    };

export interface Dispatch {
  /** The method as Telegram writes it, whatever the case it was called in; null when there is none of that name. */
  find(name: string): MethodName | null;
  call(method: MethodName, args: Arguments, callerGone: () => AbortSignal): Promise<Answer>;
}

/** All methods of this Bot API server. Adding one is adding an entry to one of these tables. */
export function createDispatch(world: World): Dispatch {
  const methods: Methods = {
    ...updateMethods(world),
    ...textMethods(world),
    ...fileMethods(world),
    ...editMethods(world),
    ...tapMethods(world),
    ...inlineMethods(world),
    ...profileMethods(world),
  };
  const names = new Map(Object.keys(methods).map((name) => [name.toLowerCase(), name as MethodName]));

  return {
    find: (name) => names.get(name.toLowerCase()) ?? null,
    async call(name, args, callerGone) {
      // The arguments of a call are checked by the method itself, whatever they are.
      const method = methods[name] as ((args: Arguments, callerGone: () => AbortSignal) => unknown) | undefined;
      if (method === undefined) return refused(new Refusal(404, "Not Found"));
      try {
        return { ok: true, result: await method(args, callerGone) };
      } catch (error) {
        if (error instanceof Refusal) return refused(error);
        throw error;
      }
    },
  };
}

export function refused({ status, message, retryAfter }: Refusal): Answer {
  return {
    ok: false,
    error_code: status,
    description: message,
    ...(retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }),
  };
}
