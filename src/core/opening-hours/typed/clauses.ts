import type { Clause } from "./clause.ts";
import { type ClauseBuilder, createClauseBuilder } from "./clause-builder.ts";
import { NotUnderstood } from "./problem.ts";
import { beginsTime, readSpan } from "./times.ts";
import type { Token } from "./tokens.ts";
import { ordinalsAt, weekdaysAt } from "./weekdays.ts";

/** What was said that the next hours or months are read with. */
interface Said {
  between: boolean;
  since: boolean;
  afternoon: boolean;
}

/** Divides tokens into clauses: `ma en do 13u30-16u30` `wo 9-12` `gesloten op feestdagen`. */
export function clausesOf(tokens: readonly Token[]): readonly Clause[] {
  const builder = createClauseBuilder();
  const said: Said = { between: false, since: false, afternoon: false };
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index] as Token;
    const following = tokens[index + 1];
    if ((token.kind === "time" || token.kind === "ordinal") && following?.kind === "month") {
      throw new NotUnderstood("date", { at: token.at, end: following.end });
    }
    if (beginsTime(token, following)) {
      builder.expectSpan(token);
      const { span, next } = readSpan(tokens, index, said);
      builder.addSpan(span, { at: token.at, end: tokens[next - 1]?.end ?? token.end });
      Object.assign(said, { between: false, afternoon: false });
      index = next;
    } else {
      index = readDays(builder, tokens, index, said) ?? readWord(builder, tokens, index, said);
    }
  }
  return builder.all();
}

/** @returns the index behind what was read; null where no days are named here */
function readDays(builder: ClauseBuilder, tokens: readonly Token[], index: number, said: Said): number | null {
  const token = tokens[index] as Token;
  const following = tokens[index + 1];
  switch (token.kind) {
    case "day":
    case "ordinal": {
      const read = token.kind === "day" ? weekdaysAt(tokens, index) : ordinalsAt(tokens, index);
      if ("behind" in read) {
        builder.attachOrdinals(read.behind, token);
      } else {
        builder.addSelectors(read.selectors, { at: token.at, end: tokens[read.next - 1]?.end ?? token.end });
      }
      return read.next;
    }
    case "days":
      builder.addSelectors([{ kind: "weekdays", from: token.from, to: token.to }], token);
      return index + 1;
    case "month": {
      const last = following?.kind === "to" ? tokens[index + 2] : undefined;
      if (said.since && last?.kind !== "month") {
        throw new NotUnderstood("date", token);
      }
      const to = last?.kind === "month" ? last : token;
      builder.addSelectors([{ kind: "months", from: token.month, to: to.month }], { at: token.at, end: to.end });
      return index + (last?.kind === "month" ? 3 : 1);
    }
    case "holiday": {
      const before = tokens[index - 1]?.kind;
      const isListed = before === "and" || following?.kind === "and" || (before === "comma" && builder.hasSelectors());
      builder.addSelectors([{ kind: "holiday", holiday: token.holiday, isOneOfSeveral: isListed }], token);
      return index + 1;
    }
    case "parity":
      builder.addSelectors([{ kind: "parity", parity: token.parity }], token);
      return index + 1;
    default:
      return null;
  }
}

function readWord(builder: ClauseBuilder, tokens: readonly Token[], index: number, said: Said): number {
  const token = tokens[index] as Token;
  switch (token.kind) {
    case "off":
    case "open":
      builder.setState(token.kind, token);
      break;
    case "except":
      builder.except();
      break;
    case "also":
      builder.relate("also");
      break;
    case "but":
      builder.relate("instead");
      break;
    case "part":
      said.afternoon = token.part === "afternoon";
      break;
    case "between":
      said.between = true;
      break;
    case "since":
      said.since = true;
      break;
    case "comma":
      builder.comma();
      break;
    case "stop":
      builder.stop();
      said.since = false;
      break;
    case "to":
      refuseUntil(tokens[index + 1]);
      break;
    case "date":
      throw new NotUnderstood("date", token);
    case "unknown":
    case "half-before":
    case "half-after":
      throw new NotUnderstood("word", token);
    default:
      break;
  }
  return index + 1;
}

/** `tot juni`: until when something holds is asked apart. */
function refuseUntil(token: Token | undefined): void {
  if (token?.kind === "month") {
    throw new NotUnderstood("date", token);
  }
}
