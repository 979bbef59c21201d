extension MappingPage {
    /// The page's script: it filters and sorts the rows that are there, and makes none.
    static let script = """
        "use strict";
        (() => {
          const byId = (id) => document.getElementById(id);
          const form = byId("filters"), count = byId("count"), none = byId("none"), find = byId("find");
          const choices = ["object", "layer", "law", "change"].map(byId).filter((choice) => choice);
          const sections = Array.from(document.querySelectorAll("section"), (section) => ({
            element: section,
            rows: Array.from(section.querySelectorAll("tbody tr"), (row, place) =>
              ({ element: row, place, text: row.textContent.toLowerCase() })),
          }));
          const filter = () => {
            const words = find.value.toLowerCase().split(/\\s+/).filter((word) => word);
            const wanted = Object.fromEntries(choices.map((choice) => [choice.id, choice.value]));
            let shown = 0, all = 0;
            for (const section of sections) {
              const isWanted = !wanted.object || section.element.dataset.object === wanted.object;
              let count = 0;
              for (const row of section.rows) {
                const data = row.element.dataset;
                const isShown = isWanted
                  && ["layer", "law", "change"].every((key) => !wanted[key] || data[key] === wanted[key])
                  && words.every((word) => row.text.includes(word));
                row.element.hidden = !isShown;
                if (isShown) count += 1;
              }
              section.element.hidden = count === 0;
              shown += count;
              all += section.rows.length;
            }
            count.textContent = shown === all ? `${all} rows` : `${shown} of ${all} rows`;
            none.hidden = shown > 0;
          };
          const order = new Intl.Collator("en", { numeric: true });
          for (const section of sections) {
            const body = section.element.querySelector("tbody");
            const heads = Array.from(section.element.querySelectorAll("thead th"));
            heads.forEach((head, column) => head.querySelector("button").addEventListener("click", () => {
              // Up, down, and back to the order of the rules.
              const next = { none: "ascending", ascending: "descending", descending: "none" };
              const sort = next[head.getAttribute("aria-sort") ?? "none"];
              for (const other of heads) other.removeAttribute("aria-sort");
              if (sort !== "none") head.setAttribute("aria-sort", sort);
              const sign = sort === "descending" ? -1 : 1;
              const text = (row) => row.element.cells[column].textContent.trim();
              const rows = section.rows.slice();
              if (sort !== "none") rows.sort((a, b) => sign * order.compare(text(a), text(b)) || a.place - b.place);
              body.append(...rows.map((row) => row.element));
            }));
          }
          form.addEventListener("input", filter);
          form.addEventListener("submit", (event) => event.preventDefault());
          byId("reset").addEventListener("click", () => { form.reset(); filter(); find.focus(); });
          form.hidden = false;
          filter();
        })();

        """
}
