"use strict";
// The text beside its facts: a click on either shows the other without moving the page. Links do the same without this script.
const lit = "lit", pair = (name) => [document.getElementById("f" + name), ...[...document.querySelectorAll(".said")].filter((part) => part.dataset.in.split(" ").includes(name))];

function show(names, to) {
  for (const part of document.querySelectorAll("." + lit)) part.classList.remove(lit);
  for (const name of names) for (const part of pair(name)) if (part) part.classList.add(lit);
  if (to) to.scrollIntoView({ block: "nearest", inline: "nearest" });
}

document.addEventListener("click", (event) => {
  const words = event.target.closest(".said"), fact = event.target.closest(".facts .to");
  if (event.ctrlKey || event.metaKey || event.shiftKey || !(words || fact)) return;
  event.preventDefault();
  const names = words ? words.dataset.in.trim().split(" ") : [fact.getAttribute("href").slice(2)];
  const to = words ? document.getElementById("f" + names[0]) : pair(names[0])[1];
  history.replaceState(null, "", (words ? "#f" : "#w") + names[0]);
  show(names, to);
  const focus = words ? to && to.querySelector(".to") : to;
  if (focus) focus.focus({ preventScroll: true });
});

const asked = /^#[fw](\d+-\d+)$/.exec(location.hash);
if (asked) {
  const [fact, words] = pair(asked[1]);
  show([asked[1]], words);
  if (fact) fact.closest(".facts").scrollTop = fact.offsetTop - fact.closest(".facts").offsetTop - 40;
}
