// What a page does better with script; every page is complete without it.

// A refused form: take the reader to the list of what is wrong.
document.querySelector("[data-focus]")?.focus();

// Printing is offered only where the button works.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// Characters left, for the eye at once and for a screen reader after a pause in typing.
for (const box of document.querySelectorAll("[data-limit]")) {
  const seen = document.getElementById(`${box.id}-count`);
  const heard = document.getElementById(`${box.id}-heard`);
  if (!seen || !heard) continue;
  const limit = Number(box.dataset.limit);
  let pause;
  const show = () => {
    const left = limit - [...box.value].length;
    const text = left >= 0 ? `${seen.dataset.left} ${left}` : `${seen.dataset.over} ${-left}`;
    seen.textContent = text;
    seen.classList.toggle("count-over", left < 0);
    clearTimeout(pause);
    pause = setTimeout(() => {
      if (heard.textContent !== text) heard.textContent = text;
    }, 1000);
  };
  box.addEventListener("input", show);
  // A browser that restores what was typed does so after the script has run.
  window.addEventListener("pageshow", show);
}
