/** @typedef {import("../protocol.ts").OutgoingMessage} OutgoingMessage */

/**
 * Has somebody choose a photo or a voice message of her own. A browser's own recorder writes files that Telegram would not take.
 * @param {(message: OutgoingMessage) => void} send
 */
export function sendOwnFile(send) {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = "image/jpeg,image/png,audio/ogg,.ogg,.oga,.opus";
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const kind = file.type.startsWith("image/") ? "photo" : "voice";
    send({ file: { kind, content: await base64(file) } });
  });
  input.click();
}

/**
 * @param {File} file
 * @returns {Promise<string>}
 */
function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    // `data:image/png;base64,iVBO…`
    reader.addEventListener("load", () => resolve(String(reader.result).replace(/^[^,]*,/, "")));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
