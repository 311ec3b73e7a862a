// All browser tests: the gallery of examples, and what people do in the application, which is started for them and stopped afterwards.
//
//   node run.mjs
//
// The components must be built (`cargo xtask build`); `SCHOOLGATE_WITH` names what serves them, `runner` or `spin`. `SCHOOLGATE_XTASK` is
// the program to start the application with; without it cargo runs it.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
// Longer than a busy machine takes to seed and start.
const PATIENCE_SECONDS = 180;

/** Starts the application in a folder of its own, and answers once its demo file is there: that is written last. */
async function start(folder) {
  const demo = join(folder, "demo.json");
  const [program, first] = process.env.SCHOOLGATE_XTASK ? [process.env.SCHOOLGATE_XTASK, []] : ["cargo", ["xtask"]];
  const options = ["up", "--fresh", "--no-build", "--listen", "127.0.0.1:0", "--state-dir", folder, "--demo-file", demo];
  const up = spawn(program, [...first, ...options, "--with", process.env.SCHOOLGATE_WITH ?? "runner"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
  });
  let ended = false;
  up.once("exit", () => (ended = true));
  for (let second = 0; !existsSync(demo); second += 1) {
    if (ended || second > PATIENCE_SECONDS) throw new Error("the application did not start");
    await wait(1000);
  }
  const stop = async () => {
    up.kill("SIGTERM");
    while (!ended) await wait(50);
  };
  return { demo, stop };
}

/** Runs a test program, passes on what it says, and answers what it counted. */
async function run(...words) {
  const child = spawn("node", words, { cwd: HERE, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    process.stdout.write(text);
    said += text;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  const counts = said.match(/(\d+) passed, (\d+) failed\s*$/);
  // A program that died has failed, whatever it counted before.
  if (!counts || (code !== 0 && counts[2] === "0")) return { passed: 0, failed: 1 };
  return { passed: Number(counts[1]), failed: Number(counts[2]) };
}

const folder = mkdtempSync(join(tmpdir(), "schoolgate-browser-"));
const results = [await run("gallery.mjs")];
const application = await start(folder);
try {
  results.push(await run("journey.mjs", application.demo));
  results.push(await run("help.mjs", application.demo));
  results.push(await run("office.mjs", application.demo));
} finally {
  await application.stop();
  rmSync(folder, { recursive: true });
}
const sum = (what) => results.reduce((total, result) => total + result[what], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 && sum("passed") > 0 ? 0 : 1;
