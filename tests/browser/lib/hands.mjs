// Two ways of using a page: with a pointer, and with a keyboard alone.

/** Taps and types, as on a phone. */
export function byPointer(page) {
  return {
    async follow(link) {
      await link.click();
      await page.waitForLoadState();
    },
    // A card's label lies over its button, so that all of the card can be tapped.
    async choose(input) {
      await page.locator(`label[for="${await input.getAttribute("id")}"]`).click();
    },
    async type(input, text) {
      await input.fill(text);
    },
    async send(form) {
      await form.locator("button[type=submit]").first().click();
      await page.waitForLoadState();
    },
  };
}

/** Reaches everything with Tab and the arrow keys and uses it with Enter and Space; fails where focus does not come or cannot be seen. */
export function byKeyboard(page) {
  async function reach(target) {
    const element = await target.elementHandle();
    for (let presses = 0; presses < 120; presses += 1) {
      if (await element.evaluate((node) => document.activeElement === node)) {
        if (!(await element.evaluate(isFocusSeen))) throw new Error("focus cannot be seen");
        return;
      }
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab never reaches ${await element.evaluate((node) => node.outerHTML.slice(0, 80))}`);
  }
  // Of radio buttons that belong together, Tab reaches one; the arrow keys the others.
  async function choose(input) {
    const element = await input.elementHandle();
    const group = page.locator(`input[name="${await element.getAttribute("name")}"]`);
    const chosen = group.and(page.locator(":checked"));
    await reach((await chosen.count()) > 0 ? chosen : group.first());
    await page.keyboard.press("Space");
    for (let presses = 0; presses < 10 && !(await element.isChecked()); presses += 1) {
      await page.keyboard.press("ArrowDown");
    }
    if (!(await element.isChecked())) throw new Error("the arrow keys do not choose it");
  }
  return {
    async follow(link) {
      await reach(link);
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    },
    choose,
    async type(input, text) {
      await reach(input);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(text);
    },
    async send(form) {
      await reach(form.locator("button[type=submit]").first());
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    },
  };
}

/** Whether something about the element, or the card around it, shows that it has focus. */
function isFocusSeen(node) {
  const shows = (element) => {
    const style = getComputedStyle(element);
    return (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
  };
  return [node, node.closest(".choice, .door, .child"), node.nextElementSibling].some((el) => el && shows(el));
}
