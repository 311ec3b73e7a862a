// A parent decides about photos, and withdraws: the whole way through a running application, as a person would go it.
//
//   node journey.mjs DEMO-FILE [--shots FOLDER]
//
// DEMO-FILE is what `cargo xtask up` wrote. The way is gone on a phone and at a desk, in English and in Welsh, by keyboard alone, and without
// JavaScript. Every page on the way is held to what `lib/checks.mjs` asks.

import { parseArgs } from "node:util";

import { WIDTHS, launch } from "./lib/browser.mjs";
import { codeFor, parentOf, readDemo } from "./lib/family.mjs";
import { byKeyboard } from "./lib/hands.mjs";
import { looking } from "./lib/look.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { shots: { type: "string" } } });
const demo = readDemo(positionals[0]);
const browser = await launch();
const { judge, look, travel, end } = looking(browser, values.shots);

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
  for (const notice of ["privacy", "accessibility"]) {
    await page.goto(`${demo.base}/s/${school}/${notice}`);
    await look(trip, notice);
  }
  await page.goto(`${demo.base}/s/${school}/consent/children`);
  await look(trip, "children-again");
  await hands.send(page.locator("header form"));
  await look(trip, "signed-out");
  await page.goto(`${demo.base}/s/${school}/no-such-page`);
  trip.heard();
  await look(trip, "not-found");
}

async function trip(name, how, school, knownFor) {
  // The last page of the journey is one that is not there.
  await travel(name, { ...how, meant: /status of (422|404)/ }, (trip) => journey(trip, school, parentOf(demo, school, knownFor)));
}

await trip("phone", { width: WIDTHS[0] }, "elmswick", "three-children");
await trip("desk", { width: WIDTHS[1] }, "ottersby", "three-children");
await trip("welsh", { width: WIDTHS[0], language: "cy" }, "harrowmere", "three-children");
await trip("keyboard", { width: WIDTHS[1], hands: byKeyboard }, "pellingdown", "three-children");
await trip("no-script", { width: WIDTHS[0], scripts: false }, "ottersby", "two-schools");

await end();
