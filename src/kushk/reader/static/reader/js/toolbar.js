// The row of tools above a story as an ARIA toolbar: one Tab stop, arrows that follow the eye.

const bar = document.querySelector(".tools");

const tools = () => [...bar.querySelectorAll(".tool")].filter((tool) => tool.getClientRects().length);

function stopAt(tool) {
  for (const each of bar.querySelectorAll(".tool")) each.tabIndex = each === tool ? 0 : -1;
}

function move(event) {
  const all = tools();
  const at = all.indexOf(document.activeElement);
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const onward = bar.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = bar.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
  const target = {
    [onward]: all[(at + 1) % all.length],
    [back]: all[(at - 1 + all.length) % all.length],
    Home: all[0],
    End: all.at(-1),
  }[event.key];
  if (!target) return;
  event.preventDefault();
  stopAt(target);
  target.focus();
}

if (bar) {
  stopAt(tools()[0]);
  bar.addEventListener("keydown", move);
  bar.addEventListener("focusin", (event) => event.target.closest(".tool") && stopAt(event.target.closest(".tool")));
  // The hidden link at the top of the page leads straight to the first tool.
  document.querySelector('.skip[href="#tools"]')?.addEventListener("click", (event) => {
    event.preventDefault();
    tools()[0].focus();
  });
}
