// Fields without a label of their own: a placeholder or a title vanishes or goes unheard.
() =>
  [...document.querySelectorAll("input:not([type=hidden], [type=submit], [type=button]), select, textarea")]
    .filter(drawn)
    .filter((field) => {
      const named = (field.getAttribute("aria-labelledby") ?? "").split(" ").some((id) => document.getElementById(id)?.textContent.trim());
      return !named && !field.getAttribute("aria-label")?.trim() && ![...field.labels].some((label) => label.textContent.trim());
    })
    .map((field) => `without a label: ${shown(field)} name=${field.name}`)
