/** Whoever sits at the keyboard, or what is piped in. */
export interface Talk {
  say(text: string): void;
  /** @param secret what is typed is not shown. @throws Problem where nobody answers any more */
  ask(question: string, secret?: boolean): Promise<string>;
}
