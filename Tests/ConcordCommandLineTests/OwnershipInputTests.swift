#if CommandLine
import ConcordOwnership
import Foundation
import Testing

@testable import ConcordCommandLine

@Suite("concord ownership: what comes in")
struct OwnershipInputTests {
    private static func says(_ event: String, _ id: String, system: String = "netsuite", _ values: String) -> String {
        #"{"event":"\#(event)","system":"\#(system)","record":"customer","id":"\#(id)","at":"2026-03-02T09:00:00Z","#
            + #""values":{\#(values)}}"#
    }

    @Test("A bad line is told with its place, and costs only itself")
    func badLines() {
        let input = """
            \(Self.says("e-1", "c-1", #""poRequired":true"#))

            {"event":"e-2","system":"netsuite","record":"customer","id":"c-1","at":"yesterday","values":{}}
            {"event":"e-3","system":"netsuite"
            {"event":"e-4","system":"netsuite","record":"customer","id":"c-1","at":"2026-03-02T09:00:00Z","vales":{}}
            \(Self.says("e-5", "c-2", #""poRequired":false"#))

            """
        let result = Shell.run("ownership", "view", "-", input: input)
        #expect(result.status == 1)
        #expect(result.lines.count == 2)
        #expect(result.errorLines.count == 4)
        #expect(result.errors.contains("-:3:72: error: expected an instant"))
        #expect(result.errors.contains("-:5:103: error: expected a string, found {}"))
        #expect(result.errors.hasSuffix("concord: 2 records, 0 exceptions from 2 lines; 3 lines could not be read\n"))
        #expect(Shell.run("ownership", "view", "-", input: "{\n").status == 65)
        #expect(Shell.run("ownership", "view", "/nowhere.ndjson").status == 66)
    }

    @Test("Systems play the roles that the command line names, or those of their products")
    func systems() {
        let input = Self.says("e-1", "c-1", system: "books", #""poRequired":true"#) + "\n"
        let stranger = Shell.run("ownership", "view", "-", input: input)
        #expect(!stranger.output.contains("poRequired"))
        #expect(stranger.errors.contains("claims of books count for nothing: they play no role"))
        let named = Shell.run("ownership", "view", "-", "--system", "erp=books", input: input)
        #expect(named.output.contains(#""poRequired":true"#))
        #expect(Shell.run("ownership", "view", "-", "--system", "books", input: input).status == 64)
        // A system that comes later does not change what came before.
        let two =
            Self.says("e-1", "c-1", #""poRequired":true"#) + "\n"
            + Self.says("e-2", "c-2", system: "salesforce:eu", #""name":"Two""#) + "\n"
        let derived = Shell.run("ownership", "view", "-", input: two)
        #expect(derived.output.contains(#""poRequired":true"#))
        #expect(derived.output.contains(#""name":"Two""#))
    }

    @Test("Records that the policy does not speak of are counted")
    func passedOver() {
        let input = Self.says("e-1", "c-1", "").replacing("customer", with: "retainer") + "\n"
        let result = Shell.run("ownership", "view", "-", input: input)
        #expect(result.output == "")
        #expect(result.errors.contains("1 record passed over"))
    }

    /// What a source hands out if nothing may be put in order in memory.
    private func keys(_ input: String, isGrouped: Bool = false, sortedSize: Int = 0) -> Shell.Result {
        Shell.run(input: input, chunk: 64) { console in
            let source = try ClaimSource(["-"], isGrouped: isGrouped, sortedSize: sortedSize, console)
            try source.eachLedger { try console.output.writeLine("\($0.record) \($0.count)") }
            return source.status
        }
    }

    @Test("Large inputs come in the order of their records")
    func order() {
        let lines = [("e-1", "c-2"), ("e-2", "c-2"), ("e-3", "c-1")]
            .map { Self.says($0.0, $0.1, #""poRequired":true"#) + "\n" }
        let input = lines.joined()
        #expect(keys(input, sortedSize: 1 << 20).output == "customer/c-1 1\ncustomer/c-2 2\n")
        #expect(keys(lines[2] + lines[0] + lines[1]).output == "customer/c-1 1\ncustomer/c-2 2\n")
        #expect(keys(input, isGrouped: true).output == "customer/c-2 2\ncustomer/c-1 1\n")
        let refused = keys(input)
        #expect(refused.status == 65)
        #expect(
            refused.errors.contains(
                "-:3: error: expected claims in the order of their records, found customer/c-1 after"
            )
        )
        #expect(refused.errors.contains("--grouped"))
        // The same bytes whether or not they fit into memory, and wherever the limit falls.
        for size in 0..<(input.utf8.count + 2) {
            #expect(keys(lines[2] + lines[0] + lines[1], sortedSize: size).output == "customer/c-1 1\ncustomer/c-2 2\n")
        }
    }

    @Test("What hangs on records is read strictly")
    func context() throws {
        let file = try Shell.temporary(#"{"record":"customer","id":"c-1","clent":"N"}"# + "\n")
        let result = Shell.run("ownership", "view", "-", "--context", file, input: "")
        #expect(result.status == 65)
        #expect(result.errors.contains(":1:41: error: expected one of record, id, client"))
    }
}
#endif
