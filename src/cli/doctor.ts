import { examineAll } from "../assembly/doctor.ts";
import { parseConfig } from "../config.ts";
import type { Finding } from "../core/doctor/finding.ts";
import { Problem } from "../problem.ts";
import { type Command, clockOf, readFlags } from "./command.ts";

/** `inloop doctor [--json]`: what is as it should be, what is not, and how to mend it. Ends with code 1 where something is wrong. */
export const runDoctor: Command = async (words, environment, print) => {
  const { values, positionals } = readFlags(words, { json: { type: "boolean" } });
  if (positionals.length > 0) {
    throw new Problem("doctor takes nothing more: doctor [--json]");
  }
  const parsed = parseConfig(environment);
  const clock = parsed.ok ? clockOf(parsed.config) : Temporal.Now.instant;
  const findings: Finding[] = [];
  for await (const finding of examineAll(parsed, clock)) {
    findings.push(finding);
    if (values.json !== true) {
      print(line(finding));
    }
  }
  if (values.json === true) {
    print(JSON.stringify(findings, null, 2));
  }
  const count = (level: Finding["level"]) => findings.filter((finding) => finding.level === level).length;
  if (count("wrong") > 0) {
    throw new Problem(`${count("wrong")} wrong, ${count("warning")} to look at.`);
  }
  if (values.json !== true) {
    print(count("warning") === 0 ? "All is well." : `Nothing is wrong; ${count("warning")} to look at.`);
  }
};

function line(finding: Finding): string {
  const says = `${finding.level.padEnd(8)} ${finding.about}: ${finding.says}.`;
  return finding.level === "ok" ? says : `${says}\n         → ${finding.mend}.`;
}
