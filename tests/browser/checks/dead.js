// Controls that do nothing in a browser without scripts.
() =>
  [...document.querySelectorAll("button, [role=button], input[type=button], select, dialog[open]")]
    .filter(drawn)
    .filter((control) => {
      const sends = control.form && (control.type === "submit" || control.form.querySelector("[type=submit]"));
      const opens = control.popoverTargetElement || control.closest("summary");
      return !sends && !opens;
    })
    .map((control) => `does nothing: ${shown(control)}`)
