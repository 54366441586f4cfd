import { examplePeople } from "./example-people.ts";
import { loopbackOnly } from "./loopback-only.ts";
import { createPage } from "./page/page.ts";
import { createPlayground, type Playground } from "./playground.ts";

/** The playground as `npm start` shows it: the example people, and the chat page to talk as each of them. */
export function createPlaygroundWithPage(token: string, fixedNow: Temporal.ZonedDateTime | undefined): Playground {
  const playground = createPlayground({
    token,
    botUsername: "inloop_bot",
    people: examplePeople,
    timeZone: "Europe/Brussels",
    ...(fixedNow === undefined ? {} : { fixedNow }),
  });
  playground.routes.use("/page/*", loopbackOnly).use("/", loopbackOnly).route("/", createPage());
  return playground;
}
