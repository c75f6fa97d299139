// Letters that no font on this machine or this page has: drawn, they look like a character that nobody has assigned.
async () => {
  await document.fonts.ready;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 40;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const picture = (character, font) => {
    pen.clearRect(0, 0, 40, 40);
    pen.font = font;
    pen.fillText(character, 4, 28);
    return pen.getImageData(0, 0, 40, 40).data.join("");
  };
  const seen = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!drawn(node.parentElement) || node.parentElement.closest("script, style, option")) continue;
    const family = getComputedStyle(node.parentElement).fontFamily;
    for (const letter of node.data.match(/[^\u0000-\u007f]/gu) ?? []) {
      if (/\p{L}|\p{N}|\p{P}/u.test(letter)) seen.set(`${letter} ${family}`, [letter, `20px ${family}`]);
    }
  }
  const boxes = new Map();
  return [...seen.values()].flatMap(([letter, font]) => {
    if (!boxes.has(font)) boxes.set(font, picture("\u{10FFFD}", font));
    return picture(letter, font) === boxes.get(font) ? [`no glyph for ${letter} in ${font}`] : [];
  });
}
