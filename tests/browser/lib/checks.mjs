// What every page is held to, whichever test has opened it.

import { AxeBuilder } from "@axe-core/playwright";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong with the page as it stands, one sentence per rule and element. */
export async function axeProblems(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.target.join(" ")}`));
}

/** Which elements make the page scroll sideways, if any. Boxes that scroll by themselves do not count. */
export async function sidewaysProblems(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
      const scrolls = element.parentElement?.closest(".sheet");
      return !scrolls && element.getBoundingClientRect().right > width + 0.5;
    });
    return [`scrolls sideways at ${width}: ${wide.map((e) => `${e.tagName.toLowerCase()}.${e.className}`).join(", ")}`];
  });
}

/** What runs off the page when a reader sets text wider apart, as WCAG 1.4.12 lets them. Leaves the page so. */
export async function spacingProblems(page) {
  await page.evaluate(() => {
    const wider = { "line-height": "1.5", "letter-spacing": "0.12em", "word-spacing": "0.16em" };
    for (const element of document.querySelectorAll("body, body *")) {
      for (const [name, value] of Object.entries(wider)) element.style.setProperty(name, value, "important");
    }
    for (const paragraph of document.querySelectorAll("p")) {
      paragraph.style.setProperty("margin-block-end", "2em", "important");
    }
  });
  return (await sidewaysProblems(page)).map((problem) => `with wider spacing: ${problem}`);
}

/**
 * Which things to tap are under 44 CSS pixels high or wide. Links inside a sentence are exempt (WCAG 2.5.8), and a field counts with
 * its label where the label covers its card.
 */
export async function targetProblems(page) {
  return page.evaluate(() => {
    const SIZE = 44;
    const problems = [];
    for (const element of document.querySelectorAll("a[href], button, input:not([type=hidden]), textarea, summary")) {
      // What is not shown at this width cannot be tapped.
      if (!element.checkVisibility() || element.matches(".skip")) continue;
      const inSentence = element.tagName === "A" && getComputedStyle(element).display === "inline";
      if (inSentence && !element.closest(".door, .child")) continue;
      const target = element.closest(".choice, .door, .child") ?? element;
      const box = target.getBoundingClientRect();
      if (box.height < SIZE - 0.5 || box.width < SIZE - 0.5) {
        problems.push(`${Math.round(box.width)} by ${Math.round(box.height)} px to tap: ${element.outerHTML.slice(0, 80)}`);
      }
    }
    return problems;
  });
}

/** Which paragraphs run over 70 characters a line, measured by what fits. */
export async function lineProblems(page) {
  return page.evaluate(() => {
    const problems = [];
    for (const paragraph of document.querySelectorAll("main p, main li, main dd")) {
      const text = paragraph.textContent.trim();
      if (text.length < 140 || paragraph.querySelector("p, ul, ol, table")) continue;
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top / 8)));
      const perLine = text.length / Math.max(1, lines.size);
      if (perLine > 72) problems.push(`${Math.round(perLine)} characters a line: ${text.slice(0, 60)}`);
    }
    return problems;
  });
}

/** Collects what the browser itself complains about while pages load: refused by the security policy, failed scripts, missing files. */
export function listen(page) {
  const heard = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") heard.push(`the browser says: ${message.text()}`);
  });
  page.on("pageerror", (error) => heard.push(`a script failed: ${error.message}`));
  page.on("requestfailed", (request) => {
    // A page's icon is fetched after the page has loaded, and given up when the page is left before it is there. Playwright knows that
    // of /favicon.ico only; a school's icon is its crest. A fetch that went wrong has another reason, and is one.
    const { errorText } = request.failure() ?? {};
    if (request.resourceType() === "other" && errorText === "net::ERR_ABORTED") return;
    heard.push(`could not fetch ${new URL(request.url()).pathname}: ${errorText}`);
  });
  return () => heard.splice(0);
}
