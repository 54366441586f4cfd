/** Light or dark: as the system says, until someone chooses otherwise here. */
const key = "inloop-playground-theme";
const root = document.documentElement;

const chosen = localStorage.getItem(key);
if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;

export function toggleTheme() {
  const dark = root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  root.dataset.theme = dark === "dark" ? "light" : "dark";
  localStorage.setItem(key, root.dataset.theme);
}
