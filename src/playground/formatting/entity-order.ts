import type { MessageEntity } from "@grammyjs/types";

const styles: readonly string[] = ["bold", "italic", "underline", "strikethrough", "spoiler"];
const blockquotes: readonly string[] = ["blockquote", "expandable_blockquote"];
/** Of entities that cover the same text, the first here contains the others, as Telegram sorts them. */
const outermostFirst = [...blockquotes, "pre", "code", "text_link", "text_mention", "mention", ...styles];

/**
 * Puts entities in Telegram's order and makes them nest: a style that reaches over the end of what contains it is split there;
 * anything inside code, and links, code or quotations inside each other, are dropped.
 * (Telegram may also split styles that nest properly; the same characters look the same.)
 */
export function nestEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  const waiting = entities.filter(({ length }) => length > 0).sort(compareEntities);
  const nested: MessageEntity[] = [];
  const containers: MessageEntity[] = [];
  for (let entity = waiting.shift(); entity !== undefined; entity = waiting.shift()) {
    while (containers.length > 0 && endOf(containers.at(-1)) <= entity.offset) containers.pop();
    const container = containers.at(-1);
    const over = container === undefined ? 0 : entity.offset + entity.length - endOf(container);
    if (over > 0) {
      if (!isStyle(entity)) continue;
      waiting.push({ ...entity, offset: endOf(container), length: over });
      waiting.sort(compareEntities);
      entity = { ...entity, length: entity.length - over };
    }
    if (!mayBeInside(entity, containers)) continue;
    nested.push(entity);
    containers.push(entity);
  }
  return nested;
}

export function compareEntities(a: MessageEntity, b: MessageEntity): number {
  return a.offset - b.offset || b.length - a.length || rank(a) - rank(b);
}

export function isStyle({ type }: MessageEntity): boolean {
  return styles.includes(type);
}

export function isCode({ type }: MessageEntity): boolean {
  return type === "code" || type === "pre";
}

function mayBeInside(entity: MessageEntity, containers: readonly MessageEntity[]): boolean {
  return containers.every((container) => {
    if (isCode(container) || container.type === entity.type) return false;
    if (isStyle(entity)) return true;
    if (isBlockquote(container)) return !isBlockquote(entity);
    return isStyle(container) && !isCode(entity);
  });
}

function isBlockquote({ type }: MessageEntity): boolean {
  return blockquotes.includes(type);
}

function endOf(entity: MessageEntity | undefined): number {
  return entity === undefined ? 0 : entity.offset + entity.length;
}

function rank({ type }: MessageEntity): number {
  const position = outermostFirst.indexOf(type);
  return position === -1 ? outermostFirst.length : position;
}
