// What browsers run or parse must pass here (Trusted Types): the policy of every page forbids all other ways to it.

const WORKER = "/worker.js";

const rules = {
  createHTML: (markup) => markup, // for the parser below alone, which shows and runs nothing
  createScriptURL: (address) => {
    if (address !== WORKER) throw new TypeError(`no script of the stand: ${address}`);
    return address;
  },
};
const policy = globalThis.trustedTypes?.createPolicy("kushk", rules) ?? rules;

/** Return a document made of mark-up that the stand itself sent; nothing in it runs. */
export const parsed = (markup) => new DOMParser().parseFromString(policy.createHTML(markup), "text/html");

/** The address of the script that keeps pages for when there is no network. */
export const workerAddress = () => policy.createScriptURL(WORKER);
