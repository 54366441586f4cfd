const schemes = ["http:", "https:", "tg:", "ton:", "tonsite:", "mailto:", "tel:"];

/** The address as Telegram keeps it, or null for one that it takes for no link: no known scheme, or a host without a dot. */
export function linkUrl(address: string): string | null {
  const written = address.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `http://${written}`;
  if (!URL.canParse(withScheme)) return null;
  const { protocol, hostname } = new URL(withScheme);
  if (!schemes.includes(protocol)) return null;
  if (!protocol.startsWith("http")) return withScheme;
  if (!hostname.includes(".") || /\s/.test(withScheme)) return null;
  return withScheme.replace(/^(https?:\/\/[^/?#]+)(?=$|[?#])/i, "$1/");
}
