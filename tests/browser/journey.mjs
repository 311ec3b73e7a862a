// A parent decides about photos, and withdraws: the whole way through a running application, as a person would go it.
//
//   node journey.mjs DEMO-FILE [--shots FOLDER]
//
// DEMO-FILE is what `cargo xtask up` wrote. The way is gone on a phone and at a desk, in English and in Welsh, by keyboard alone, and without
// JavaScript. Every page on the way is held to what `lib/checks.mjs` asks.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { NARROWEST, WIDTHS, launch } from "./lib/browser.mjs";
import { axeProblems, lineProblems, listen, sidewaysProblems, spacingProblems, targetProblems } from "./lib/checks.mjs";
import { codeFor, parentOf, readDemo } from "./lib/family.mjs";
import { byKeyboard, byPointer } from "./lib/hands.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { shots: { type: "string" } } });
const demo = readDemo(positionals[0]);
const browser = await launch();
let passed = 0;
let failed = 0;

function judge(name, problems) {
  const unique = [...new Set(problems)];
  if (unique.length === 0) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`${name}\n  ${unique.join("\n  ")}`);
  }
}

/** Looks at the page that is open: everything `lib/checks.mjs` asks, at this width and at the narrowest. */
async function look(trip, name) {
  const { page, width } = trip;
  trip.pages += 1;
  if (values.shots) {
    mkdirSync(values.shots, { recursive: true });
    const file = `${trip.name}-${String(trip.pages).padStart(2, "0")}-${name}.png`;
    await page.screenshot({ path: join(values.shots, file), fullPage: true });
  }
  // axe needs scripts of its own, which the browser still runs where the page may not.
  const problems = [...trip.heard()];
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

async function signIn(trip, school, parent) {
  const { page, hands } = trip;
  await page.goto(`${demo.base}/s/${school}/${trip.language ? `?lang=${trip.language}` : ""}`);
  await look(trip, "front-door");
  await hands.follow(page.locator(`a[href="/s/${school}/consent"]`).first());
  await look(trip, "start");
  await hands.follow(page.locator(`a[href="/s/${school}/sign-in"]`).first());
  await hands.send(page.locator("main form").first());
  await look(trip, "email-missing");
  await hands.type(page.locator("#email"), parent.e_mail);
  await hands.send(page.locator("main form").first());
  await look(trip, "code");
  await hands.type(page.locator("#code"), "00");
  await hands.send(page.locator("main form").first());
  await look(trip, "code-wrong");
  await hands.type(page.locator("#code"), await codeFor(demo.base, parent.e_mail));
  await hands.send(page.locator("main form").first());
  await look(trip, "children");
}

/** Answers every question with the first or the second answer, in turn; leaves the first one out once, to see what is said. */
async function answerAll(trip) {
  const { page, hands } = trip;
  for (let number = 1; /\/decide\/[^/]+\/\d+$/.test(new URL(page.url()).pathname); number += 1) {
    if (number === 1) {
      await hands.send(page.locator("main form").first());
      await look(trip, "question-unanswered");
    }
    if (number <= 2) await look(trip, `question-${number}`);
    await hands.choose(page.locator(`input[name=answer] >> nth=${number % 2}`));
    await hands.send(page.locator("main form").first());
  }
}

async function journey(trip, school, parent) {
  const { page, hands } = trip;
  await signIn(trip, school, parent);
  const begin = page.locator(`a[href="/s/${school}/consent/begin"]`);
  if ((await begin.count()) > 0) {
    await hands.follow(begin.first());
    await look(trip, "for-whom");
    await hands.choose(page.locator("input[value=all]"));
    await hands.send(page.locator("main form").first());
  } else if ((await page.locator("main form").count()) > 0) {
    await hands.send(page.locator("main form").first());
  } else {
    throw new Error("this family has answered already: start the application with --fresh");
  }
  await answerAll(trip);
  await look(trip, "check");
  await hands.send(page.locator("main form").first());
  await look(trip, "done");
  const reference = (await page.locator(".receipt-reference").first().textContent()).trim();
  const fingerprint = (await page.locator(".fingerprint").first().textContent()).replaceAll(/\s/g, "");

  // Going back to answers that were sent leads to their receipts: nothing can be sent twice.
  await page.goBack();
  await look(trip, "gone-back");
  const again = (await page.locator(".receipt-reference").first().textContent()).trim();
  judge(`${trip.name}: going back`, again === reference ? [] : ["the receipt is another"]);

  await hands.follow(page.locator(`a[href$="/receipt/${reference}"]`).first());
  await look(trip, "receipt");
  await hands.follow(page.locator("a.back"));
  await look(trip, "child");
  await hands.follow(page.locator('a[href*="/change/"]').first());
  await look(trip, "change");
  await hands.choose(page.locator("input[value=no-and-remove]"));
  await hands.send(page.locator("main form").first());
  await look(trip, "changed");
  await page.goto(`${demo.base}/s/${school}/consent/children`);
  await hands.follow(page.locator(".child a").first());
  await hands.follow(page.locator('a[href$="/withdraw"]'));
  await look(trip, "withdraw");
  await hands.choose(page.locator("input[value=from-now-on]"));
  await hands.send(page.locator("main form").first());
  await look(trip, "withdrawn");

  await page.goto(`${demo.base}/s/${school}/receipts`);
  await look(trip, "verify");
  await hands.type(page.locator("#reference"), reference.toLowerCase());
  await hands.type(page.locator("#fingerprint"), fingerprint);
  await hands.send(page.locator("main form").first());
  await look(trip, "verified");
  await page.goto(`${demo.base}/s/${school}/consent/children`);
  await look(trip, "children-again");
  await hands.send(page.locator("header form"));
  await look(trip, "signed-out");
  await page.goto(`${demo.base}/s/${school}/no-such-page`);
  trip.heard();
  await look(trip, "not-found");
}

async function trip(name, { width, scripts = true, hands = byPointer, language = "" }, school, knownFor) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: "reduce",
    javaScriptEnabled: scripts,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  // A refused form is a 4xx answer, which Chromium writes to its console: those are meant.
  const all = listen(page);
  const heard = () => all().filter((said) => !/status of (422|404)/.test(said));
  const going = { name, page, width, scripts, language, heard, hands: hands(page), pages: 0 };
  try {
    await journey(going, school, parentOf(demo, school, knownFor));
  } catch (error) {
    judge(`${name}: at ${new URL(page.url()).pathname}`, [error.message.split("\n")[0]]);
  }
  await context.close();
}

await trip("phone", { width: WIDTHS[0] }, "elmswick", "three-children");
await trip("desk", { width: WIDTHS[1] }, "ottersby", "three-children");
await trip("welsh", { width: WIDTHS[0], language: "cy" }, "harrowmere", "three-children");
await trip("keyboard", { width: WIDTHS[1], hands: byKeyboard }, "pellingdown", "three-children");
await trip("no-script", { width: WIDTHS[0], scripts: false }, "ottersby", "two-schools");

await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
