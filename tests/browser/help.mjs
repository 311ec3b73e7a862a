// Somebody looks for help: the page on a phone, at a desk, by keyboard and without JavaScript, and the panel inside another site.
//
//   node help.mjs DEMO-FILE [--shots FOLDER]
//
// The panel is shown in a page of the school's own site, which the browser is made to believe it has fetched: nothing leaves this machine.

import { parseArgs } from "node:util";

import { WIDTHS, launch } from "./lib/browser.mjs";
import { readDemo } from "./lib/family.mjs";
import { byKeyboard } from "./lib/hands.mjs";
import { looking } from "./lib/look.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { shots: { type: "string" } } });
const demo = readDemo(positionals[0]);
const browser = await launch();
const { judge, shoot, look, travel, end } = looking(browser, values.shots);
const school = "elmswick";

/** Every audience, and for each the first and the last thing it may be about: at most two taps to an answer. */
async function walk(trip) {
  const { name, page, hands, language } = trip;
  const start = `${demo.base}/s/${school}/help${language ? `?lang=${language}` : ""}`;
  await page.goto(start);
  await look(trip, "who");
  const audiences = await page.locator('main a[href*="audience="]').count();
  if (audiences < 5) judge(`${name}: who`, [`only ${audiences} to choose from`]);
  for (let who = 0; who < audiences; who += 1) {
    for (const which of ["first", "last"]) {
      await page.goto(start);
      await hands.follow(page.locator('main a[href*="audience="]').nth(who));
      if (which === "first") await look(trip, `${who}-what`);
      await hands.follow(page.locator('main a[href*="situation="]')[which]());
      await look(trip, `${who}-${which}`);
      const ways = await page.locator('main a[href^="tel:"], main a[href^="https:"], main a[href^="sms:"], main a[href^="mailto:"]').count();
      if (ways === 0) judge(`${name}: ${page.url()}`, ["no way to reach anybody"]);
    }
  }
}

async function withoutScripts() {
  const context = await browser.newContext({ viewport: { width: WIDTHS[0], height: 900 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${demo.base}/s/${school}/help`);
  await page.locator('main a[href*="audience="]').first().click();
  await page.locator('main a[href*="situation="]').first().click();
  judge("without scripts", (await page.locator("h1").count()) === 1 ? [] : ["no answer"]);
  await context.close();
}

/** The panel in the school's own site: shown there, refused by any other, nothing fetched from elsewhere, and small. */
async function panel(origin, isAllowed) {
  const context = await browser.newContext({ viewport: { width: WIDTHS[0], height: 900 }, ignoreHTTPSErrors: true });
  // The made-up site counts as public and this machine as local; the real ones are both public.
  await context.grantPermissions(["local-network-access"]);
  const page = await context.newPage();
  const address = `${demo.base}/embed/${school}/help`;
  const fetched = [];
  let bytes = 0;
  page.on("response", async (response) => {
    if (response.url().startsWith(origin)) return;
    fetched.push(new URL(response.url()).origin);
    const sizes = await response.request().sizes();
    bytes += sizes.responseBodySize + sizes.responseHeadersSize;
  });
  await page.route(`${origin}/**`, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!DOCTYPE html><html lang="en"><title>Our school</title><h1>Our school</h1><iframe src="${address}" title="Get help" width="340" height="700"></iframe>`,
    }),
  );
  await page.goto(`${origin}/safety`, { waitUntil: "networkidle" });
  const frame = page.frames().find((frame) => frame !== page.mainFrame());
  const text = await frame.locator("body").innerText().catch(() => "");
  await shoot(page, `panel-${isAllowed ? "framed" : "refused"}`);
  const problems = [];
  if (isAllowed) {
    for (const service of ["CEOP", "Internet Watch Foundation", "Childline"]) {
      if (!text.includes(service)) problems.push(`${service} is not in it`);
    }
    // On a phone nothing is cut off that a child needs first.
    const childline = await frame.locator('a[href="tel:08001111"]').evaluate((link) => link.getBoundingClientRect().bottom);
    if (childline > 640) problems.push(`Childline ends ${childline} pixels down`);
    const elsewhere = fetched.filter((from) => from !== demo.base);
    if (elsewhere.length > 0) problems.push(`it fetches from ${elsewhere.join(", ")}`);
    if (bytes > 20_000) problems.push(`it takes ${bytes} bytes`);
  } else if (text.includes("CEOP")) {
    problems.push("a stranger's site may frame it");
  }
  judge(`panel in ${origin}`, problems);
  await context.close();
}

/** The panel by itself, as a reader opens it in a window of its own. */
async function panelAlone(trip) {
  await trip.page.goto(`${demo.base}/embed/${school}/help`);
  await look(trip, "alone");
}

await travel("help-phone", { width: WIDTHS[0] }, walk);
await travel("help-keyboard", { width: WIDTHS[1], hands: byKeyboard }, walk);
await travel("help-welsh", { width: WIDTHS[0], language: "cy" }, walk);
await withoutScripts();
await travel("panel", { width: WIDTHS[0] }, panelAlone);
const policy = (await fetch(`${demo.base}/embed/${school}/help`)).headers.get("content-security-policy") ?? "";
const origins = policy.match(/frame-ancestors ([^;]+)/)?.[1].split(" ").filter((origin) => origin.startsWith("https://")) ?? [];
if (origins.length === 0) judge("panel", ["no site may frame it"]);
for (const origin of origins) await panel(origin, true);
await panel("https://stranger.example.com", false);

await end();
