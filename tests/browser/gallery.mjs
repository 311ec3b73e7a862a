// Opens every example page of `crates/pages` on a phone and on a desk: no axe violation, no sideways scrolling down to 320 px
// nor with text set wider, targets of 44 px, lines one can read, nothing the browser complains of.
//
//   node gallery.mjs [FOLDER] [--shots FOLDER] [--only PART-OF-A-NAME]
//
// FOLDER is what `cargo run -p pages --example gallery -- FOLDER` wrote; without one it is written first. --shots keeps a picture
// of every page at both widths, to be looked at.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { NARROWEST, WIDTHS, launch } from "./lib/browser.mjs";
import { axeProblems, lineProblems, listen, sidewaysProblems, spacingProblems, targetProblems } from "./lib/checks.mjs";
import { looking } from "./lib/look.mjs";
import { serve } from "./lib/serve.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { shots: { type: "string" }, only: { type: "string", default: "" } },
});

function written() {
  if (positionals[0]) return { folder: resolve(positionals[0]), discard: () => {} };
  const folder = mkdtempSync(join(tmpdir(), "schoolgate-gallery-"));
  const root = fileURLToPath(new URL("../..", import.meta.url));
  execFileSync("cargo", ["run", "--quiet", "-p", "pages", "--example", "gallery", "--", folder], {
    cwd: root,
    stdio: "inherit",
  });
  return { folder, discard: () => rmSync(folder, { recursive: true }) };
}

const { folder, discard } = written();
const site = await serve(folder);
const browser = await launch();
const { judge, shoot, end } = looking(browser, values.shots);

for (const width of WIDTHS) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const heard = listen(page);
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".html") && name.includes(values.only))) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${site.address}/${file}`, { waitUntil: "networkidle" });
    const name = file.replace(".html", "");
    await shoot(page, `${name}-${width}`);
    const problems = [
      ...heard(),
      ...(await axeProblems(page)),
      ...(await targetProblems(page)),
      ...(await lineProblems(page)),
      ...(await sidewaysProblems(page)),
    ];
    await page.setViewportSize({ width: NARROWEST, height: 900 });
    problems.push(...(await sidewaysProblems(page)), ...(await spacingProblems(page)));
    judge(`${name} at ${width} px`, problems);
  }
  await context.close();
}

await end();
await site.stop();
discard();
