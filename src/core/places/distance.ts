import type { Location } from "./place.ts";

const earthRadius = 6_371_008.8;

/** Metres between two points along a great circle (haversine; R. W. Sinnott, "Virtues of the Haversine", 1984). */
export function metresBetween(a: Location, b: Location): number {
  const latitudes = radians(b.latitude - a.latitude);
  const longitudes = radians(b.longitude - a.longitude);
  const chord =
    Math.sin(latitudes / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitudes / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
