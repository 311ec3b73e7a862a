// A made-up parent of the sample schools at a running application: finds them in the demo file and their code in the outbox.

import { readFileSync } from "node:fs";

/** The demo file that `cargo xtask up` wrote. */
export function readDemo(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** The first parent of a school that is `knownFor` something, with parental responsibility. */
export function parentOf(demo, school, knownFor) {
  const found = demo.schools[school].parents.find(
    (parent) => parent.known_for === knownFor && parent.parental_responsibility,
  );
  if (!found) throw new Error(`no family at ${school} is known for ${knownFor}`);
  return found;
}

/** The newest sign-in code sent to an address. */
export async function codeFor(base, address) {
  const letters = await (await fetch(`${base}/dev/outbox.json`)).json();
  const letter = letters.find((letter) => letter.to === address && letter.kind === "sign-in-code");
  const code = letter?.text.match(/\b(\d{3} \d{3})\b/)?.[1];
  if (!code) throw new Error("no code was sent");
  return code;
}
