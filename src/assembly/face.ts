import { createFaceFeature, type FaceFeature } from "../features/face/handlers.ts";
import { createKeeping } from "../features/face/keeping/handlers.ts";
import { createAuditRepository } from "../features/staff/audit/repository.ts";
import type { Foundation } from "./foundation.ts";
import type { AppParts } from "./parts.ts";

/** The photos of doors and the spoken welcomes: what parents see and hear, and how the team gives them. */
export function createFace(
  { database }: Pick<AppParts, "database">,
  {
    directory,
    faces,
    faceRepository,
    turns,
    warn,
  }: Pick<Foundation, "directory" | "faces" | "faceRepository" | "turns" | "warn">,
): FaceFeature {
  const audit = createAuditRepository(database);
  const keeping = createKeeping({
    directory,
    repository: faceRepository,
    take: turns.take,
    audit: (transaction, now, member, place, part) =>
      audit.add(transaction, now, member, place, { what: "face-changed", part }),
    onFailure: (cause) => warn(cause, "a file could not be fetched from Telegram"),
  });
  return createFaceFeature({ directory, faces, repository: faceRepository, keeping });
}
