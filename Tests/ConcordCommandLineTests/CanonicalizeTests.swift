#if CommandLine
import Testing

@testable import ConcordCommandLine

@Suite("concord canonicalize")
struct CanonicalizeTests {
    @Test("The canonical form, and not a byte more")
    func canonical() {
        let result = Shell.run("canonicalize", "-", input: "{\"b\": 1.50,\n \"a\": [\"\\u00e9\", 1E3]}\n", chunk: 3)
        #expect(result.output == "{\"a\":[\"é\",1000],\"b\":1.5}")
        #expect(result.errors == "")
        #expect(result.status == 0)
    }

    @Test(
        "What is not JSON is refused with place, expectation and advice",
        arguments: [
            (
                "{\"a\": 1,\n \"b\" 2}",
                "<stdin>:2:6: expected a colon after the member's name, found 2. "
                    + "Correct the document there; JSON is as RFC 8259 has it, without comments and trailing commas."
            ),
            (
                "{\"a\":1,\n\"a\":2}",
                "<stdin>:2:1: expected each member once, found \"a\"; the first is at line 1, column 2. Remove one of the two."
            ),
            (
                "[1, 2",
                "<stdin>:1:6: expected a comma or the end of the array, found the end of the document. "
                    + "Check that the document was written to its end."
            ),
            (
                "",
                "<stdin>:1:1: expected a value, found the end of the document. Check that the document was written to its end."
            ),
            ("{} {}", "<stdin>:1:4: expected nothing after the value, found {}. Give one document at a time."),
            (
                "[1e400]",
                "<stdin>:1:2: expected a number within the range of a double, up to 1.7976931348623157e+308, found 1e400. "
                    + "Write the number as a string."
            ),
        ]
    )
    func refused(document: String, message: String) {
        let result = Shell.run("canonicalize", "-", input: document)
        #expect(result.errors == "concord: \(message)\n")
        #expect(result.output == "")
        #expect(result.status == 65)
    }

    @Test("A file that is not there")
    func missing() {
        let result = Shell.run("canonicalize", "/nowhere/deal.json")
        #expect(result.errors == "concord: cannot read /nowhere/deal.json: no such file or directory\n")
        #expect(result.status == 66)
    }

    @Test("A folder is no file")
    func folder() {
        let result = Shell.run("canonicalize", "/tmp")
        #expect(result.errors == "concord: cannot read /tmp: is a directory\n")
        #expect(result.status == 66)
    }
}
#endif
