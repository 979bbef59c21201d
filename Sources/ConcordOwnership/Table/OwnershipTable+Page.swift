internal import ConcordConfiguration

extension OwnershipTable {
    /// The page's style: long cells, and notes above the tables.
    static let style = PageStyle(
        """
        p { margin-bottom: .35rem; max-width: 90ch; }
        table { margin-top: .5rem; }
        thead th { font-weight: 600; }
        .group code, td.observe, td.why { color: var(--faint); }

        """
    )

    /// The page's script: it filters the rows that are there, and makes none.
    static let script = """
        "use strict";
        (() => {
          const byId = (id) => document.getElementById(id);
          const form = byId("filters"), count = byId("count"), none = byId("none"), find = byId("find");
          const record = byId("record"), owner = byId("owner");
          const sections = Array.from(document.querySelectorAll("section"), (element) => ({
            element,
            rows: Array.from(element.querySelectorAll("tbody tr"), (row) =>
              ({ row, text: (element.dataset.record + " " + row.textContent).toLowerCase() })),
          }));
          const filter = () => {
            const words = find.value.toLowerCase().split(/\\s+/).filter((word) => word);
            let shown = 0, all = 0;
            for (const section of sections) {
              const isWanted = !record.value || section.element.dataset.record === record.value;
              let number = 0;
              for (const { row, text } of section.rows) {
                const isShown = isWanted && (!owner.value || row.dataset.owner === owner.value)
                  && words.every((word) => text.includes(word));
                row.hidden = !isShown;
                if (isShown) number += 1;
              }
              section.element.hidden = number === 0;
              shown += number;
              all += section.rows.length;
            }
            count.textContent = shown === all ? `${all} rules` : `${shown} of ${all} rules`;
            none.hidden = shown > 0;
          };
          form.addEventListener("input", filter);
          form.addEventListener("submit", (event) => event.preventDefault());
          byId("reset").addEventListener("click", () => { form.reset(); filter(); find.focus(); });
          form.hidden = false;
          filter();
        })();

        """
}
