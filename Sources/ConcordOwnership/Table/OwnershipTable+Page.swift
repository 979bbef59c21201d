extension OwnershipTable {
    /// The page's style: that of the mapping tables, so that both read as one handbook.
    static let style = """
        :root {
          color-scheme: light dark;
          --ink: #1b1f24; --faint: #59636e; --line: #d8dee4; --paper: #ffffff; --shade: #f6f8fa; --link: #0a58ca;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ink: #e6edf3; --faint: #9aa5b1; --line: #30363d; --paper: #0d1117; --shade: #161b22; --link: #6cb0ff;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0; background: var(--paper); color: var(--ink);
          font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
        }
        header, main { padding: 0 1.5rem; }
        header { position: sticky; top: 0; z-index: 2; padding-block: .75rem; background: var(--paper);
          border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; }
        h1 { font-size: 1.25rem; margin: 0; }
        h2 { font-size: 1.1rem; margin: 1.75rem 0 .25rem; overflow-wrap: anywhere; }
        p { margin: 0 0 .35rem; color: var(--faint); max-width: 90ch; }
        code { font: .9em/1.4 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
        form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
        form[hidden], tr[hidden], section[hidden], p[hidden] { display: none; }
        label { color: var(--faint); font-size: .875rem; display: inline-flex; gap: .4rem; align-items: center; }
        input, select, p button { font: inherit; color: var(--ink); background: var(--paper); padding: .3rem .5rem;
          border: 1px solid var(--line); border-radius: 6px; }
        input { width: 16rem; max-width: 100%; }
        :focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
        output { color: var(--faint); font-size: .875rem; font-variant-numeric: tabular-nums; }
        .aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        table { border-collapse: collapse; width: 100%; margin: .5rem 0 2rem; font-size: .875rem; }
        th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line);
          font-weight: normal; }
        thead th { background: var(--shade); font-weight: 600; white-space: nowrap; }
        tbody tr:hover { background: var(--shade); }
        .group code, td.observe, td.why { color: var(--faint); }
        .mark { display: inline-block; font-size: .75rem; border: 1px solid currentColor; border-radius: 4px;
          padding: 0 .3rem; color: var(--faint); }
        @media (max-width: 72rem) {
          code { overflow-wrap: anywhere; }
          header, main { padding-inline: 1rem; }
          header { position: static; }
          form, .find { width: 100%; }
          input { flex: 1; width: auto; min-width: 0; }
          table, tbody, tr, tbody th, td { display: block; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          tbody tr { border: 1px solid var(--line); border-radius: 8px; padding: .35rem .75rem; margin-bottom: .6rem; }
          tbody th, td { border: 0; padding: .15rem 0 .15rem 6.5rem; position: relative; }
          tbody th::before, td::before { content: attr(data-label); color: var(--faint); position: absolute; left: 0; }
          td:empty { display: none; }
        }
        @media print {
          header { position: static; }
          form { display: none; }
        }

        """

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
