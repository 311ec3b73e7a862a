// Somebody of a sample school's staff: finds them in the demo file, and shows their one-time codes as their telephone would.

import { createHmac } from "node:crypto";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The first member of a school's staff who holds `role`. */
export function staffOf(demo, school, role) {
  const found = demo.schools[school].staff.find((person) => person.roles.includes(role));
  if (!found) throw new Error(`nobody at ${school} is ${role}`);
  return found;
}

function bytes(base32) {
  const bits = [...base32].map((symbol) => BASE32.indexOf(symbol).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g).map((eight) => parseInt(eight, 2)));
}

/** The six digits of this half minute, or of one `steps` later (RFC 6238). */
export function codeNow(person, steps = 0) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac("sha1", bytes(person.totp_secret)).update(counter).digest();
  const at = hash[hash.length - 1] & 15;
  const number = (hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, "0");
}
