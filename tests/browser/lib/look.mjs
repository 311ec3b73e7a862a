// How a test goes through pages, looks at each, and says at the end how that went.

import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { NARROWEST } from "./browser.mjs";
import { axeProblems, lineProblems, listen, sidewaysProblems, targetProblems } from "./checks.mjs";
import { byPointer } from "./hands.mjs";

/** What one test program sees with a browser. Pictures go to the folder `shots`; without one, none are taken. */
export function looking(browser, shots) {
  let passed = 0;
  let failed = 0;

  /** Counts something as passed, or as failed with what is wrong with it. */
  function judge(name, problems) {
    const unique = [...new Set(problems)];
    if (unique.length === 0) {
      passed += 1;
    } else {
      failed += 1;
      console.log(`${name}\n  ${unique.join("\n  ")}`);
    }
  }

  /** A picture of the page that is open, to be looked at. */
  async function shoot(page, name) {
    if (!shots) return;
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  }

  /** Looks at the page that is open: everything `checks.mjs` asks, at this width and at the narrowest. */
  async function look(trip, name) {
    const { page, width } = trip;
    trip.pages += 1;
    await shoot(page, `${trip.name}-${String(trip.pages).padStart(2, "0")}-${name}`);
    const problems = [...trip.heard()];
    // axe and the others run scripts in the page: not where it may run none.
    if (trip.scripts) {
      problems.push(
        ...(await axeProblems(page)),
        ...(await targetProblems(page)),
        ...(await lineProblems(page)),
        ...(await sidewaysProblems(page)),
      );
      await page.setViewportSize({ width: NARROWEST, height: 900 });
      problems.push(...(await sidewaysProblems(page)));
      await page.setViewportSize({ width, height: 900 });
    }
    const headings = await page.locator("h1").allTextContents();
    if (headings.length !== 1) problems.push(`${headings.length} headings: ${headings.join(" / ")}`);
    judge(`${trip.name}: ${name}`, problems);
  }

  /**
   * Lets `go` go its way on a page of its own, and counts a way that broke off as failed, with where it did. `meant` is what the browser may
   * complain of: a refused form is a 4xx answer, which Chromium writes to its console.
   */
  async function travel(name, { width, scripts = true, hands = byPointer, language = "", meant = /status of 422/ }, go) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      reducedMotion: "reduce",
      javaScriptEnabled: scripts,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const all = listen(page);
    const heard = () => all().filter((said) => !meant.test(said));
    try {
      await go({ name, page, width, scripts, language, heard, hands: hands(page), pages: 0 });
    } catch (error) {
      judge(`${name}: at ${new URL(page.url()).pathname}`, [error.message.split("\n")[0]]);
    }
    await context.close();
  }

  /** Closes the browser and says how it went, to whoever reads and to whoever started the program. Nothing looked at is a mistake, not a success. */
  async function end() {
    await browser.close();
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
  }

  return { judge, shoot, look, travel, end };
}
