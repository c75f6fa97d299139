// The reader's text settings, as the cookie of that name has them.

/** Return a setting, such as "on" for `keys`; empty when the reader has not set it. */
export function setting(name) {
  const kept = document.cookie.match(/(?:^|;\s*)reading=([^;]*)/)?.[1] ?? "";
  return kept.split("_").find((part) => part.startsWith(`${name}-`))?.slice(name.length + 1) ?? "";
}
