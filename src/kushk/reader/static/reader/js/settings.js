// The panel of text settings: the settings page's own form, fetched when it is first wanted, at work on every press.

import { choose, setting } from "./reading.js";
import { tell } from "./tell.js";
import { parsed } from "./trusted.js";
import { word } from "./words.js";

const link = document.querySelector('[data-tool="settings"]');
let panel = null;
let opening = null;

/** Return the choices that a form shows, without those that are as by default. */
function chosenIn(form) {
  const chosen = {};
  for (const field of form.querySelectorAll("select, input:checked")) {
    const usual = field.dataset.default ?? null;
    if (usual === null || (usual !== "" && usual !== field.value)) chosen[field.name] = field.value;
  }
  return chosen;
}

function listen(form) {
  form.addEventListener("change", () => choose(chosenIn(form)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter?.name === "reset") {
      for (const field of form.querySelectorAll("[data-default]")) {
        if (field.type === "radio") field.checked = true;
        else field.value = field.dataset.default;
      }
    }
    choose(chosenIn(form));
    tell(word("applied"));
  });
  const size = form.querySelector("select");
  document.addEventListener("kushk:chosen", () => (size.value = setting("size") || size.dataset.default));
}

function headed(title) {
  const made = document.createElement("dialog");
  made.className = "panel panel--settings";
  made.lang = document.documentElement.lang;
  made.dir = document.documentElement.dir;
  made.setAttribute("aria-labelledby", "settings-title");
  const heading = Object.assign(document.createElement("h2"), { id: "settings-title", textContent: title });
  const close = Object.assign(document.createElement("button"), { type: "button", className: "panel__close" });
  close.append(document.querySelector("#share .panel__close")?.cloneNode(true).querySelector("svg") ?? "×");
  close.append(Object.assign(document.createElement("span"), { className: "for-ear", textContent: word("close") }));
  close.addEventListener("click", () => made.close());
  const head = Object.assign(document.createElement("div"), { className: "panel__head" });
  head.append(heading, close);
  made.append(head);
  made.addEventListener("close", () => {
    link.setAttribute("aria-expanded", "false");
    link.focus();
  });
  made.addEventListener("keydown", (event) => event.key === "Escape" && made.close());
  return made;
}

async function fetched(address) {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(answer.status);
  const page = parsed(await answer.text());
  return document.adoptNode(page.getElementById("settings"));
}

async function open() {
  const slow = setTimeout(() => tell(word("loading")), 300);
  const form = panel ? null : await fetched(link.href).finally(() => clearTimeout(slow));
  clearTimeout(slow);
  if (form) {
    panel = headed(link.textContent.trim());
    panel.append(form);
    link.closest("[role=toolbar]").after(panel);
    listen(form);
  }
  panel.show();
  link.setAttribute("aria-expanded", "true");
  panel.querySelector(".panel__close").focus();
}

/** Without a network there is no page to go to either; any other fault leads to the page. */
function elsewhere(fault) {
  if (fault instanceof TypeError && !navigator.onLine) tell(word("failed"));
  else location.assign(link.href);
}

function asButton() {
  link.setAttribute("role", "button");
  link.setAttribute("aria-haspopup", "dialog");
  link.setAttribute("aria-expanded", "false");
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    link.click();
  });
}

if (link) asButton();
link?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  if (panel?.open) panel.close();
  else opening ??= open().catch(elsewhere).finally(() => (opening = null));
});

// On the settings page itself every choice shows at once; the button is for browsers without scripts.
const own = link ? null : document.getElementById("settings");
if (own) listen(own);
