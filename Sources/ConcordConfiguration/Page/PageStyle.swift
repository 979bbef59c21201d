/// How pages look: system fonts, both colour schemes, and cards instead of columns where there is no room.
///
/// All pages have one style, so that they read as one handbook; a page adds what only it has.
package struct PageStyle: Sendable {
    /// The style, as it stands in the page.
    package let text: String

    /// The style of a page.
    ///
    /// - Parameter own: What only this page has; it comes behind what all have.
    package init(_ own: String) {
        text = Self.common + own
    }

    private static let common = """
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
        thead th { background: var(--shade); white-space: nowrap; }
        tbody tr:hover { background: var(--shade); }
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
}
