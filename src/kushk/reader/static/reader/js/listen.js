// The ways into listening: the button of a story, of an issue, of the saved stories. The player comes when it is wanted.

import { stories } from "./shelf.js";
import { recallHere } from "./listening/session.js";

const article = document.querySelector("article[data-story]");
const issue = document.querySelector("[data-listen-issue]");
const saved = document.querySelector("[data-listen-saved]");

const player = () => import("./listening/player.js");

/** Return the entry of a queue for a story. */
const entry = (id, timeline = `/audio/${id}/timeline.json`) => ({ story: id, timeline });

/** Start loading when a finger or pointer comes near, so that the click itself has nothing to wait for. */
function whenNear(element, prepare) {
  for (const sign of ["pointerenter", "focus", "touchstart"]) {
    element.addEventListener(sign, prepare, { once: true, passive: true });
  }
}

function storyButton() {
  const listen = document.querySelector("[data-tool=listen][hidden]");
  if (!listen) return;
  const here = entry(article.dataset.story, article.dataset.audio);
  listen.hidden = false;
  whenNear(listen, () => player().then(({ prepare }) => prepare(here)));
  listen.addEventListener("click", async (event) => {
    event.preventDefault();
    (await player()).toggle(here);
  });
}

function issueButton() {
  issue.hidden = false;
  issue.addEventListener("click", async () => {
    const [{ play }, answer] = await Promise.all([player(), fetch(issue.dataset.listenIssue)]);
    if (answer.ok) play((await answer.json()).stories);
  });
}

function savedButton() {
  saved.hidden = !stories().length;
  saved.addEventListener("click", async () => (await player()).play(stories().map(({ id }) => entry(id))));
}

if (article) storyButton();
document.addEventListener("kushk:translated", storyButton);
if (issue) issueButton();
if (saved) savedButton();
if (recallHere()) player().then(({ restore }) => restore());
