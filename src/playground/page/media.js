import { fileUrl } from "./api.js";
import { el, icon } from "./dom.js";
import { openDialog } from "./popups.js";

/**
 * @typedef {import("@grammyjs/types").Message} Message
 * @typedef {import("@grammyjs/types").Location} Location
 */

/**
 * What a message carries besides text; null if only text.
 * @param {Message} message
 * @returns {{ kind: string, element: HTMLElement } | null}
 */
export function media(message) {
  if (message.photo) return { kind: "photo", element: photo(message.photo, message.caption) };
  if (message.venue)
    return { kind: "location", element: place(message.venue.location, message.venue.title, message.venue.address) };
  if (message.location) return { kind: "location", element: place(message.location) };
  if (message.sticker) return { kind: "sticker", element: sticker(message.sticker) };
  if (message.voice) return { kind: "voice", element: sound(message.voice, "Voice message") };
  if (message.audio) return { kind: "voice", element: sound(message.audio, message.audio.title ?? "Audio") };
  if (message.video) return { kind: "video", element: video(message.video) };
  if (message.document) return { kind: "document", element: file(message.document) };
  if (message.contact) return { kind: "contact", element: contact(message.contact) };
  return null;
}

/**
 * @param {NonNullable<Message["photo"]>} sizes
 * @param {string | undefined} caption
 */
function photo(sizes, caption) {
  const largest = sizes.reduce((best, size) => (size.width * size.height > best.width * best.height ? size : best));
  const { file_id: id, width, height } = largest;
  const alt = caption ? "Photo, described below" : "Photo";
  const show = () =>
    openDialog("Photo", (close) => [
      el("img", { src: fileUrl(id), alt }),
      el(
        "div",
        { class: "dialog-actions" },
        el("button", { type: "button", class: "plain-button", onclick: close }, "Close"),
      ),
    ]).classList.add("photo-dialog");
  return el(
    "button",
    { type: "button", class: "photo", "aria-label": "Enlarge the photo", onclick: show },
    el("img", { src: fileUrl(id), width, height, alt, draggable: "false" }),
  );
}

/**
 * A drawn card instead of map tiles: nothing is asked of another server.
 * @param {Location} location
 * @param {string} [title]
 * @param {string} [address]
 */
function place({ latitude, longitude }, title, address) {
  const coordinates = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  return el(
    "a",
    { class: "place", href, target: "_blank", rel: "noopener noreferrer", title: "Open on a map" },
    el("span", { class: "place-map" }, icon("pin")),
    el(
      "span",
      { class: "place-words" },
      el("b", { dir: "auto" }, title ?? "Location"),
      address && el("span", { dir: "auto" }, address),
      el("small", { dir: "ltr" }, coordinates),
    ),
  );
}

/** The sample that people send here is a single pixel; its emoji says more. */
const smallestSticker = 32;

/** @param {NonNullable<Message["sticker"]>} value */
function sticker({ file_id: id, emoji = "🙂", width, height, is_animated: animated, is_video: moving }) {
  const fallback = () => el("span", { class: "sticker-emoji", role: "img", "aria-label": `Sticker ${emoji}` }, emoji);
  if (animated || moving || width < smallestSticker) return fallback();
  const image = el("img", { class: "sticker", src: fileUrl(id), alt: `Sticker ${emoji}`, width, height });
  image.addEventListener("error", () => image.replaceWith(fallback()));
  return image;
}

/**
 * @param {{ file_id: string, duration: number }} value
 * @param {string} label
 */
function sound({ file_id: id, duration }, label) {
  const length = `${Math.floor(duration / 60)}:${String(duration % 60).padStart(2, "0")}`;
  return el(
    "div",
    { class: "sound" },
    el("span", { class: "sound-label" }, icon("voice"), el("span", {}, label), el("small", {}, length)),
    el("audio", { controls: true, preload: "none", src: fileUrl(id), "aria-label": label }),
  );
}

/** @param {NonNullable<Message["video"]>} value */
function video({ file_id: id, width, height }) {
  return el("video", {
    class: "video",
    controls: true,
    preload: "metadata",
    src: fileUrl(id),
    width,
    height,
    "aria-label": "Video",
  });
}

/** @param {NonNullable<Message["document"]>} value */
function file({ file_id: id, file_name: name = "Document", file_size: size }) {
  const ending = /\.([a-z0-9]{1,4})$/i.exec(name)?.[1];
  return el(
    "a",
    { class: "file", href: fileUrl(id), download: name },
    el("span", { class: "file-icon" }, ending ? ending.toUpperCase() : icon("document")),
    el(
      "span",
      { class: "file-words" },
      el("b", { dir: "auto" }, name),
      el("small", {}, [fileSize(size), "download"].filter(Boolean).join(" · ")),
    ),
  );
}

/** @param {number | undefined} bytes */
function fileSize(bytes) {
  if (bytes === undefined) return "";
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** @param {NonNullable<Message["contact"]>} value */
function contact({ first_name: first, last_name: last, phone_number: phone }) {
  return el(
    "div",
    { class: "contact" },
    el("span", { class: "file-icon" }, icon("contact")),
    el(
      "span",
      { class: "file-words" },
      el("b", { dir: "auto" }, [first, last].filter(Boolean).join(" ")),
      el("small", { dir: "ltr" }, phone),
    ),
  );
}
