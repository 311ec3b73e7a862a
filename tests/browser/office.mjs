// What a school's staff do: sign in, bring a list, print a class sheet, type in what came on paper, change settings.
//
//   node office.mjs DEMO-FILE [--shots FOLDER]
//
// DEMO-FILE is what `cargo xtask up` wrote. On a phone and at a desk, in Welsh, by keyboard alone, and without JavaScript. Every page on
// the way is held to what `lib/checks.mjs` asks; what is printed is written as PDF.

import { join } from "node:path";
import { parseArgs } from "node:util";

import { WIDTHS, launch } from "./lib/browser.mjs";
import { readDemo } from "./lib/family.mjs";
import { byKeyboard } from "./lib/hands.mjs";
import { looking } from "./lib/look.mjs";
import { codeNow, staffOf } from "./lib/staff.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { shots: { type: "string" } } });
const demo = readDemo(positionals[0]);
const browser = await launch();
const { judge, look, travel, end } = looking(browser, values.shots);

/** Spreadsheet programs write it so: a byte order mark, semicolons, line ends of two characters. */
const LIST = Buffer.from(
  "\ufeffid;forename;middle_names;surname;preferred_forename;year_group;class;key_stage\r\n" +
    "N001;Ottoline;;Marchbanks;;3;3B;\r\nN002;Peregrine;Hugo;Aldous;Perry;3;3B;\r\nN003;Nobody;;;;3;3B;\r\n",
);

async function signIn(trip) {
  const { page, hands, person, school } = trip;
  await page.goto(`${demo.base}/s/${school}/office${trip.language ? `?lang=${trip.language}` : ""}`);
  await look(trip, "sign-in");
  await hands.type(page.locator("#email"), person.e_mail);
  await hands.type(page.locator("#passphrase"), "not the passphrase");
  await hands.send(page.locator("main form").first());
  await look(trip, "sign-in-wrong");
  await hands.type(page.locator("#email"), person.e_mail);
  await hands.type(page.locator("#passphrase"), person.passphrase);
  await hands.send(page.locator("main form").first());
  await look(trip, "code");
  await hands.type(page.locator("#code"), codeNow(person));
  await hands.send(page.locator("main form").first());
  if (page.url().includes("/sign-in")) throw new Error("nobody was let in");
  await look(trip, "home");
}

/** Opens a page of the office and looks at it. */
async function open(trip, path) {
  const response = await trip.page.goto(`${demo.base}/s/${trip.school}/office/${path}`);
  if (!response.ok()) throw new Error(`${path} answered ${response.status()}`);
  await look(trip, path.replaceAll(/[^a-z]+/g, "-"));
}

/** Sends the form whose action ends in `to`, by its first button. */
function form(trip, to) {
  return trip.page.locator(`main form[action$="${to}"]`).first();
}

async function bringAList(trip) {
  const { page, hands } = trip;
  await open(trip, "people");
  await open(trip, "people/pupils");
  await hands.send(form(trip, "/people/pupils"));
  await look(trip, "no-list");
  await page.locator("#list").setInputFiles({ name: "pupils.csv", mimeType: "text/csv", buffer: LIST });
  // Only some pupils: the others stay.
  await hands.choose(page.locator("input[name=extent][value=part]"));
  await hands.send(form(trip, "/people/pupils"));
  await look(trip, "preview");
  const preview = await page.locator("main").textContent();
  judge(`${trip.name}: preview`, /Marchbanks|2/.test(preview) ? [] : ["it does not say what would change"]);
  await hands.send(page.locator('main form[action*="/people/import/"]').first());
  await page.waitForFunction(() => !document.querySelector("progress"), null, { timeout: 20_000 }).catch(() => {});
  await look(trip, "taken");
}

/** The sheet a teacher takes along, as PDF: one or two pages of A4 for a class. */
async function printASheet(trip) {
  const { page } = trip;
  await open(trip, "classes");
  const sheet = await page.locator('main a[href*="/classes/"][href$="/sheet"]').first().getAttribute("href");
  await page.goto(`${demo.base}${sheet.replace(/sheet$/, "today")}`);
  await look(trip, "not-to-photograph-today");
  await page.goto(`${demo.base}${sheet}`);
  await look(trip, "sheet");
  const pdf = await page.pdf({ format: "A4", path: values.shots ? join(values.shots, `${trip.name}-sheet.pdf`) : undefined });
  const pages = (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;
  judge(`${trip.name}: sheet on paper`, pages >= 1 && pages <= 2 ? [] : [`${pages} pages`]);
}

/** The first of every choice there is but what `left` names, and today. */
async function fillIn(trip, left) {
  const { page, hands } = trip;
  const day = new Date();
  for (const [part, value] of [["day", day.getDate()], ["month", day.getMonth() + 1], ["year", day.getFullYear()]]) {
    await hands.type(page.locator(`main input[name="dated-${part}"]`), String(value));
  }
  const names = await page.locator("main form input[type=radio]").evaluateAll((radios) => [...new Set(radios.map((radio) => radio.name))]);
  for (const name of names.filter((name) => !left.test(name))) {
    await hands.choose(page.locator(`main input[type=radio][name="${name}"]`).first());
  }
}

/** The pupil whose paper forms are typed in. */
function pupilOf(trip) {
  const { parents } = demo.schools[trip.school];
  return parents.find((parent) => parent.parental_responsibility && !parent.known_for).children[0];
}

/** What came on paper: who, when, and one tick for every question; and on to the next form on the pile. */
async function typeInADecision(trip) {
  const { page, hands } = trip;
  await open(trip, `children/${pupilOf(trip)}`);
  await open(trip, `children/${pupilOf(trip)}/decide`);
  await hands.send(form(trip, "/decide"));
  await look(trip, "decide-empty");
  await fillIn(trip, /^(answer-|all$)/);
  await hands.choose(page.locator("main input[name=all][value=yes]"));
  await hands.send(form(trip, "/decide"));
  await look(trip, "decide-filled-in");
  const unfilled = await page.locator("main input[name^=answer-][type=radio]").evaluateAll((radios) => {
    const chosen = new Set(radios.filter((radio) => radio.checked).map((radio) => radio.name));
    return [...new Set(radios.map((radio) => radio.name))].filter((name) => !chosen.has(name));
  });
  judge(`${trip.name}: one tick for all`, unfilled.map((name) => `${name} is not filled in`));
  await hands.send(form(trip, "/decide"));
  await look(trip, "decided");
  judge(`${trip.name}: decision`, page.url().endsWith("/decide") ? [await page.locator("main").innerText()] : []);
  await hands.follow(page.locator('main a[href$="/next"]'));
  await look(trip, "next-form");
  judge(`${trip.name}: next form`, page.url().endsWith("/decide") ? [] : [`it leads to ${page.url()}`]);
}

/** A contact by hand: what is wrong is said, an address that somebody has is asked about, and nothing typed is lost. */
async function changeAContact(trip) {
  const { page, hands } = trip;
  const pupil = pupilOf(trip);
  await open(trip, `children/${pupil}/contacts`);
  await hands.send(form(trip, "/contacts"));
  await look(trip, "contact-empty");
  await hands.type(page.locator("#name"), "Sidony Ferrar");
  await hands.type(page.locator("#relation"), "foster carer");
  await hands.choose(page.locator("main input[name=responsible][value=not-known]"));
  await hands.type(page.locator("#email"), "sidony@gmial.com");
  await hands.send(form(trip, "/contacts"));
  await look(trip, "contact-email-mistyped");
  await hands.choose(page.locator("main input[name=sure]"));
  await hands.send(form(trip, "/contacts"));
  await look(trip, "contact-added");
  const added = await page.locator("main").innerText();
  judge(`${trip.name}: contact`, added.includes("Sidony Ferrar") ? [] : ["the contact is not on the pupil's page"]);
  const edit = await page.locator('main a[href*="/contacts/"]').last().getAttribute("href");
  await page.goto(`${demo.base}${edit}`);
  await look(trip, "contact-edit");
  await page.goto(`${demo.base}${edit}/end`);
  await look(trip, "contact-end");
  await hands.send(form(trip, "/end"));
  await look(trip, "contact-ended");
}

/** Asks for a pupil to be erased, sees it on the first page, and undoes it there. */
async function askToErase(trip) {
  const { page, hands } = trip;
  const pupil = pupilOf(trip);
  await open(trip, `children/${pupil}`);
  const name = (await page.locator("main h1").evaluate((heading) => heading.lastChild.textContent)).trim();
  await open(trip, `children/${pupil}/erase`);
  await hands.send(form(trip, "/erase"));
  await look(trip, "erase-no-name");
  await hands.type(page.locator("#name"), name);
  await hands.send(form(trip, "/erase"));
  await look(trip, "erase-asked");
  await page.goto(`${demo.base}/s/${trip.school}/office`);
  await look(trip, "home-to-be-erased");
  await hands.send(form(trip, "/erase/undo"));
  await look(trip, "home-not-erased");
  judge(`${trip.name}: erasure undone`, (await page.locator('main form[action$="/erase/undo"]').count()) ? ["it still stands"] : []);
}

/** A letter that withdraws, and asks for what is published to be taken down: to be seen wherever somebody looks. */
async function typeInAWithdrawal(trip) {
  const { page, hands } = trip;
  await open(trip, `children/${pupilOf(trip)}/decide?what=withdrawal`);
  await fillIn(trip, /^removal$/);
  await hands.choose(page.locator("main input[name=purpose]").first());
  await hands.choose(page.locator("main input[name=removal][value=also-published]"));
  await hands.send(form(trip, "/decide"));
  await look(trip, "withdrawn");
  await open(trip, `children/${pupilOf(trip)}`);
  await open(trip, "removals");
  judge(`${trip.name}: removals`, (await page.locator("main tbody tr").count()) > 0 ? [] : ["nothing is to be taken down"]);
  await open(trip, "progress");
  await open(trip, "outstanding");
}

/** Nobody can be invited or reminded one mailto: at a time: who gets what is seen first, and one press sends it. */
async function emailFamilies(trip) {
  const { page, hands } = trip;
  await open(trip, "emails");
  await open(trip, "emails?who=all&what=invitation");
  const before = await page.locator("main").textContent();
  judge(`${trip.name}: preview of emails`, /\d/.test(before) ? [] : ["it does not say how many"]);
  const send = page.locator('main form[method=post][action$="/emails"]');
  judge(`${trip.name}: emails to send`, (await send.count()) === 1 ? [] : ["there is no button to send them"]);
  await hands.send(send);
  await look(trip, "emails-sent");
  // The rest, where one request does not get to all of them.
  for (let step = 0; step < 20; step += 1) {
    const rest = page.locator('main form[method=post]:not([action$="/came-back"])');
    if ((await rest.count()) === 0) break;
    await hands.send(rest.first());
  }
  await look(trip, "emails-over");
  judge(`${trip.name}: emails`, /\/emails\/\d+$/.test(page.url()) ? [] : [`it leads to ${page.url()}`]);
  await hands.type(page.locator("#email"), "nobody@example.org");
  await hands.send(form(trip, "/came-back"));
  await look(trip, "emails-came-back-wrong");
  await open(trip, "emails?who=all&what=reminder");
  judge(`${trip.name}: nobody twice`, (await page.locator('main form[method=post][action$="/emails"]').count()) === 0 ? [] : ["a second press would send"]);
}

/** A page for other jobs leads back into the office. */
async function askForTooMuch(trip) {
  const { page, hands } = trip;
  const response = await page.goto(`${demo.base}/s/${trip.school}/office/settings`);
  // The browser says that it was refused, and nothing else.
  const heard = trip.heard().filter((said) => !said.includes("403"));
  judge(`${trip.name}: refused`, response.status() === 403 ? heard : [`the settings answered ${response.status()}`]);
  await look(trip, "not-for-you");
  await hands.follow(page.locator("main a.button"));
  judge(`${trip.name}: back into the office`, page.url().endsWith("/office") ? [] : [`it leads to ${page.url()}`]);
}

async function changeSettings(trip) {
  const { page, hands } = trip;
  await open(trip, "set-up");
  for (const topic of ["", "/name", "/languages", "/crest", "/office", "/sign-in", "/pupil-view", "/websites", "/publication",
    "/profile", "/purposes", "/area", "/area/authority", "/area/lado", "/letters", "/tokens"]) {
    await open(trip, `settings${topic}`);
  }
  await open(trip, "settings/accent");
  await hands.type(page.locator("#accent"), "yellow");
  await hands.send(form(trip, "/settings/accent"));
  await look(trip, "accent-wrong");
  const kept = await page.locator("#accent").inputValue();
  judge(`${trip.name}: what was typed`, kept === "yellow" ? [] : [`the field holds ${kept}`]);
  await hands.type(page.locator("#accent"), "#ffee00");
  await hands.send(form(trip, "/settings/accent"));
  await look(trip, "accent-saved");
  judge(`${trip.name}: saved`, (await page.locator(".swatch").count()) === 2 ? [] : ["the corrected colour is not shown"]);
  await open(trip, "audit");
  await open(trip, "audit?kind=settings");
  judge(`${trip.name}: audit`, (await page.locator("main tbody tr").count()) > 0 ? [] : ["the save is not in the trail"]);
}

async function askTheirOwn(trip) {
  const { page, hands } = trip;
  await open(trip, "settings/purposes");
  await hands.follow(page.locator("main a.button-secondary"));
  await look(trip, "own-question");
  await hands.send(page.locator("main form").first()); // nothing is filled in
  await look(trip, "own-question-wrong");
  for (const field of ["title", "what", "why", "where", "how-long"]) {
    for (const language of ["en", "cy"]) {
      const input = page.locator(`#${field}-${language}`);
      if (await input.count()) await hands.type(input, "The school podcast");
    }
  }
  await hands.type(page.locator("#source"), "Online safety policy, section 6");
  await hands.choose(page.locator("input[name=subject][value=recording]"));
  await hands.choose(page.locator("input[name=basis][value=consent]"));
  await hands.send(page.locator("main form").first());
  await look(trip, "own-question-saved");
  await open(trip, "settings/purposes");
  await hands.follow(page.locator("main td a[href$='/state']").last());
  await look(trip, "question-state");
  await hands.choose(page.locator("input[name=state][value=paused]"));
  await hands.send(form(trip, "/state"));
  await look(trip, "question-paused");
  await open(trip, "settings/purposes");
  const states = await page.locator("main tbody tr:last-child a[href$='/state']").count();
  judge(`${trip.name}: paused`, states === 1 ? [] : ["the paused question cannot be asked again"]);
}

async function trip(name, how, school, role, ...steps) {
  await travel(name, how, async (trip) => {
    const going = { ...trip, school, person: staffOf(demo, school, role) };
    await signIn(going);
    for (const step of steps) await step(going);
  });
}

// Every account signs in once: a one-time code counts once.
await trip("office-desk", { width: WIDTHS[1] }, "elmswick", "office", bringAList, printASheet, typeInADecision, typeInAWithdrawal, emailFamilies, changeAContact, askToErase, askForTooMuch);
await trip("office-phone", { width: WIDTHS[0] }, "ottersby", "office", bringAList, printASheet, typeInADecision, typeInAWithdrawal, emailFamilies, changeAContact, askToErase, askForTooMuch);
await trip("settings-desk", { width: WIDTHS[1] }, "elmswick", "administrator", changeSettings);
await trip("settings-phone", { width: WIDTHS[0] }, "ottersby", "administrator", changeSettings);
await trip("settings-welsh", { width: WIDTHS[1], language: "cy" }, "harrowmere", "administrator", changeSettings);
await trip("settings-keyboard", { width: WIDTHS[1], hands: byKeyboard }, "pellingdown", "administrator", changeSettings);
await trip("questions-desk", { width: WIDTHS[1] }, "elmswick", "head", askTheirOwn);
await trip("questions-no-script", { width: WIDTHS[0], scripts: false }, "brackenholt", "chair", askTheirOwn);
await trip("office-no-script", { width: WIDTHS[0], scripts: false }, "brackenholt", "office", bringAList, printASheet, typeInADecision, typeInAWithdrawal, askForTooMuch);
await trip("settings-no-script", { width: WIDTHS[0], scripts: false }, "brackenholt", "administrator", changeSettings);

await end();
