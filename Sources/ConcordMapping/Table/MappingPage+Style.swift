internal import ConcordConfiguration

extension MappingPage {
    /// The page's style: colours for laws and for changes, and heads of columns that sort.
    static let style = PageStyle(
        """
        :root {
          --iso: #1a7f37; --lossy: #9a6700; --one-way: #8250df; --none: #59636e;
          --added: #dafbe1; --removed: #ffebe9; --changed: #fff8c5;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --iso: #56d364; --lossy: #e3b341; --one-way: #c297ff; --none: #9aa5b1;
            --added: #0f2d1a; --removed: #3b1518; --changed: #332a0c;
          }
        }
        thead th { padding: 0; }
        thead button { all: unset; cursor: pointer; padding: .4rem .6rem; font-weight: 600; width: 100%;
          box-sizing: border-box; }
        thead button:focus-visible { outline: 2px solid var(--link); outline-offset: -2px; }
        thead button::after { content: " \\2195"; color: var(--faint); font-weight: normal; opacity: .5; }
        [aria-sort="ascending"] button::after { content: " \\2191"; opacity: 1; }
        [aria-sort="descending"] button::after { content: " \\2193"; opacity: 1; }
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
        del { color: var(--faint); }
        ins { text-decoration: none; font-weight: 600; }
        @media (max-width: 72rem) {
          .how, .reason { min-width: 0; }
        }
        @media print {
          thead button::after { content: ""; }
        }

        """
    )
}
