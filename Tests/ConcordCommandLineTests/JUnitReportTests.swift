import Testing

@testable import ConcordCommandLine

@Suite("Reports for build servers")
struct JUnitReportTests {
    @Test("Cases, with what failed and what nobody can say")
    func report() {
        var report = JUnitReport("concord schema verify")
        report.add("customer/1", in: "schema", .passed)
        report.add(
            "customer/2",
            in: "schema",
            .failed([.init(kind: "schema.changed", message: "a < b", detail: "{\"a\":1}\n"), .init(detail: "gone")])
        )
        report.add("customer/3", in: "schema", .skipped("\"unknown\"\u{1}"))
        #expect(
            report.xml == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="concord schema verify" tests="3" failures="1" skipped="1">
                  <testcase classname="schema" name="customer/1"></testcase>
                  <testcase classname="schema" name="customer/2"><failure type="schema.changed" message="a &lt; b">\
                {&quot;a&quot;:1}&#10;</failure><failure>gone</failure></testcase>
                  <testcase classname="schema" name="customer/3"><skipped message="&quot;unknown&quot;\u{FFFD}"/></testcase>
                </testsuite>

                """
        )
    }
}
