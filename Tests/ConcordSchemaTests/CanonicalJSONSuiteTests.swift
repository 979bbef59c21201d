@testable import ConcordSchema
import Foundation
import Testing

@Suite("JSON: the suite of RFC 8785", .enabled(if: JSONSuites.folder != nil))
struct CanonicalJSONSuiteTests {
    @Test(arguments: ["arrays", "french", "structures", "unicode", "values", "weird"])
    func documentsHaveTheExpectedBytes(name: String) throws {
        let input = try JSONSuites.bytes(of: "jcs/input/\(name).json")
        let output = try JSONSuites.bytes(of: "jcs/output/\(name).json")
        #expect(try CanonicalJSON.canonicalize(input) == output)
        #expect(try CanonicalJSON.canonicalize(output) == output)
    }

    @Test func numbersHaveTheExpectedText() throws {
        let text = String(decoding: try JSONSuites.bytes(of: "jcs/es6numbers-10000.txt"), as: UTF8.self)
        var count = 0
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ",")
            let value = Double(bitPattern: try #require(UInt64(parts[0], radix: 16)))
            var writer = JSONWriter()
            ECMAScriptNumber.write(value, to: &writer)
            #expect(writer.text() == parts[1])
            // And by way of a text with all 17 digits, and of the text itself.
            let long = String(format: "%.16e", value)
            #expect(try CanonicalJSON.canonicalize(long) == parts[1], "\(long)")
            #expect(try CanonicalJSON.canonicalize(String(parts[1])) == parts[1])
            count += 1
        }
        #expect(count == 10_000)
        print("RFC 8785 numbers: \(count) lines")
    }
}
