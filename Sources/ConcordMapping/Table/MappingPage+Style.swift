extension MappingPage {
    /// The page's style: system fonts, both colour schemes, and cards instead of columns where there is no room.
    static let style = """
        :root {
          color-scheme: light dark;
          --ink: #1b1f24; --faint: #59636e; --line: #d8dee4; --paper: #ffffff; --shade: #f6f8fa; --link: #0a58ca;
          --iso: #1a7f37; --lossy: #9a6700; --one-way: #8250df; --none: #59636e;
          --added: #dafbe1; --removed: #ffebe9; --changed: #fff8c5;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ink: #e6edf3; --faint: #9aa5b1; --line: #30363d; --paper: #0d1117; --shade: #161b22; --link: #6cb0ff;
            --iso: #56d364; --lossy: #e3b341; --one-way: #c297ff; --none: #9aa5b1;
            --added: #0f2d1a; --removed: #3b1518; --changed: #332a0c;
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
        p { margin: 0 0 .75rem; color: var(--faint); max-width: 80ch; }
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
        table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; font-size: .875rem; }
        th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line);
          font-weight: normal; }
        thead th { background: var(--shade); padding: 0; white-space: nowrap; }
        thead button { all: unset; cursor: pointer; padding: .4rem .6rem; font-weight: 600; width: 100%;
          box-sizing: border-box; }
        thead button:focus-visible { outline: 2px solid var(--link); outline-offset: -2px; }
        thead button::after { content: " \\2195"; color: var(--faint); font-weight: normal; opacity: .5; }
        [aria-sort="ascending"] button::after { content: " \\2191"; opacity: 1; }
        [aria-sort="descending"] button::after { content: " \\2193"; opacity: 1; }
        tbody tr:hover { background: var(--shade); }
        td.type, td.layer, td.onUnknown, td.owner { color: var(--faint); }
        .type em { font-style: normal; color: var(--ink); }
        .how, .reason { min-width: 11rem; overflow-wrap: anywhere; }
        .law { white-space: nowrap; }
        tr[data-law="iso"] span.law { color: var(--iso); }
        tr[data-law="lossy"] span.law { color: var(--lossy); }
        tr[data-law="one way"] span.law { color: var(--one-way); }
        tr[data-law="none"] span.law { color: var(--none); }
        tr.added, tr.added:hover { background: var(--added); }
        tr.removed, tr.removed:hover { background: var(--removed); }
        tr.changed, tr.changed:hover { background: var(--changed); }
        .mark { display: inline-block; font-size: .75rem; border: 1px solid currentColor; border-radius: 4px;
          padding: 0 .3rem; color: var(--faint); }
        del { color: var(--faint); }
        ins { text-decoration: none; font-weight: 600; }
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
          .how, .reason { min-width: 0; }
        }
        @media print {
          header { position: static; }
          form { display: none; }
          thead button::after { content: ""; }
        }

        """
}
