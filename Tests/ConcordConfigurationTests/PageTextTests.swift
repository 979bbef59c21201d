@testable import ConcordConfiguration
import Testing

/// Pages and tables say what a firm wrote, and nothing that it wrote becomes markup.
@Suite struct PageTextTests {
    @Test(
        "what markup would take for its own is a reference",
        arguments: [
            ("a < b & c > d", "a &lt; b &amp; c &gt; d"), ("\"so\" it's", "&quot;so&quot; it&#39;s"),
            ("ä – 日", "ä – 日"),
            ("one\ntwo\tthree\r", "one&#10;two&#9;three&#13;"),
            ("\u{0}\u{1B}[0m\u{FFFE}", "\u{FFFD}\u{FFFD}[0m\u{FFFD}"),
            ("", ""),
        ]
    )
    func markup(text: String, escaped: String) {
        #expect(MarkupText.escaped(text) == escaped)
    }

    @Test("what Markdown would take for its own is escaped, and a row stays one line")
    func markdown() {
        #expect(MarkdownText.escaped("a|b `c` *d* [e](f) <g> & \\") == #"a\|b \`c\` \*d\* \[e\](f) &lt;g&gt; &amp; \\"#)
        #expect(MarkdownText.escaped("one\r\ntwo\nthree") == "one<br>two<br>three")
    }

    @Test("a page has its title, its style and its parts, all escaped")
    func document() {
        let html = PageText.document(title: "<R&D>", style: PageStyle("b { top: 0; }\n"), script: "filter();\n") {
            page in
            page.choice("owner", "Owner", ["crm", "\"erp\"", "crm"])
        } content: { page in
            page.code("a.b_c/Rate__c")
            page.prose("From `<x>` on.")
            page.lines(["1 < 2", "2 > 1"])
        }
        #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
        #expect(html.contains("<title>&lt;R&amp;D&gt;</title>"))
        #expect(html.contains("b { top: 0; }\n</style>"))
        #expect(html.contains("<option>crm</option><option>&quot;erp&quot;</option></select>"))
        #expect(
            html.contains(
                "<code>a.<wbr>b_<wbr>c/<wbr>Rate__c</code>From <code>&lt;x&gt;</code> on.1 &lt; 2<br>2 &gt; 1"
            )
        )
        #expect(html.hasSuffix("<script>\nfilter();\n</script>\n</body>\n</html>\n"))
    }
}
