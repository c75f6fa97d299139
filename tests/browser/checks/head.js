// What the page says outside its body: its title, its description, and the words that its scripts hold.
() => [
  ...document.title.split(" · "),
  document.querySelector("meta[name=description]")?.content ?? "",
  ...Object.values(JSON.parse(document.getElementById("words")?.textContent ?? "{}")).filter((word) => typeof word === "string"),
]
