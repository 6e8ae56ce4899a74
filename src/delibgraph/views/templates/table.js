"use strict";
/* A press on a heading of the table sorts its rows, a second one turns the order. */
function sortable() {
  document.querySelectorAll("th[data-sort]").forEach((head, column) => {
    const sorter = document.createElement("button");
    sorter.type = "button";
    sorter.append(...head.childNodes);
    sorter.addEventListener("click", () => {
      const numeric = head.dataset.sort === "number", down = head.getAttribute("aria-sort") === (numeric ? null : "ascending");
      document.querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const body = document.querySelector("tbody"), text = (tr) => tr.cells[column].dataset.amount ?? tr.cells[column].textContent;
      const order = (a, b) => numeric ? text(a) - text(b) : text(a).localeCompare(text(b), "fr");
      body.append(...[...body.rows].sort((a, b) => (down ? -1 : 1) * order(a, b)));
    });
    head.append(sorter);
  });
}
