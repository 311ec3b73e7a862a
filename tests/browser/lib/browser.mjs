// The browser every test here uses: the system's Chromium, told to talk to nobody but us.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

// Playwright would otherwise look for a browser of its own, which is never downloaded here.
function executable() {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
      try {
        const path = join(folder, name);
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not in this folder.
      }
    }
  }
  throw new Error("no Chromium on PATH: install the package chromium");
}

/** A browser without a window. Close it when done. */
export function launch() {
  return chromium.launch({ executablePath: executable(), args: QUIET });
}

/** The widths everything is looked at: a phone, and a desk. */
export const WIDTHS = [390, 1280];

/** The narrowest screen that must do without sideways scrolling (WCAG 1.4.10); also what 400 % zoom leaves of 1280. */
export const NARROWEST = 320;
