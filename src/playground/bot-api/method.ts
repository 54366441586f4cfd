import type { ApiMethods } from "@grammyjs/types";
import type { Arguments, Upload } from "./arguments.ts";

export type MethodName = keyof ApiMethods<Upload>;

/** The names of a method's arguments; those of `sendMessage` are `"chat_id" | "text" | …`. */
export type ArgumentName<M extends MethodName> = keyof NonNullable<Parameters<ApiMethods<Upload>[M]>[0]> & string;

export type MethodResult<M extends MethodName> = ReturnType<ApiMethods<Upload>[M]>;

export type Method<M extends MethodName> = (
  args: Arguments<ArgumentName<M>>,
  /** Ends when the caller went away. Only asked for by who waits: making one costs as much as a call. */
  callerGone: () => AbortSignal,
) => MethodResult<M> | Promise<MethodResult<M>>;

/** Some of Telegram's methods: names, arguments and results are checked against `@grammyjs/types`. */
export type Methods = { readonly [M in MethodName]?: Method<M> };
