// Controls that the walk by Tab missed. Of radio buttons, one a group is a stop; of a toolbar, one tool.
() => {
  const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], video[controls], [tabindex='0']";
  const walked = window.kushkWalked ?? new Set();
  const instead = (element) => {
    if (element.type === "radio") return [...document.getElementsByName(element.name)].some((each) => walked.has(each));
    const bar = element.closest("[role=toolbar]");
    return bar !== null && [...walked].some((each) => bar.contains(each));
  };
  return [...document.querySelectorAll(controls)]
    .filter((element) => drawn(element) && !element.disabled && !walked.has(element) && !instead(element))
    .map((element) => `never reached by Tab: ${shown(element)}`);
}
