// The page is whole without this: it adds a field to search a table by its words, and marks the place in the contents.
for (const filter of document.querySelectorAll(".filter")) {
  const rows = [...filter.parentElement.querySelectorAll("tbody tr, .rows > li")];
  const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  const label = document.createElement("label");
  const field = document.createElement("input");
  field.type = "search";
  label.className = "find";
  label.append("Tìm trong bảng", field);
  filter.after(label);
  field.addEventListener("input", () => {
    for (const row of rows) row.hidden = !plain(row.textContent).includes(plain(field.value.trim()));
  });
}
const links = new Map([...document.querySelectorAll(".contents a")].map((link) => [link.hash.slice(1), link]));
const marker = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      for (const link of links.values()) link.removeAttribute("aria-current");
      links.get(entry.target.id)?.setAttribute("aria-current", "true");
    }
  },
  { rootMargin: "0px 0px -75% 0px" },
);
for (const id of links.keys()) marker.observe(document.getElementById(id));
