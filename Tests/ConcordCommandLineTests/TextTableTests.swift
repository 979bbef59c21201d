import Testing

@testable import ConcordCommandLine

@Suite("Tables")
struct TextTableTests {
    @Test("Columns are as wide as they need to be")
    func natural() {
        var table = TextTable(["A", "B"])
        table.append(["one", "two words"])
        #expect(table.lines(width: 80) == ["A    B", "one  two words"])
    }

    @Test("The last column is wrapped between words")
    func wrapped() {
        var table = TextTable(["NAME", "MEANING"])
        table.append(["amount", "what the customer would pay for all of it"])
        #expect(
            table.lines(width: 33) == [
                "NAME    MEANING", "amount  what the customer would", "        pay for all of it",
            ]
        )
    }

    @Test("Words longer than a line are cut", arguments: [1, 2, 5, 9, 30])
    func cut(width: Int) {
        let lines = TextTable.wrap("a configuration of überlange Wörter", width: width)
        #expect(lines.allSatisfy { $0.count <= width && !$0.isEmpty })
        #expect(lines.joined().filter { $0 != " " } == "aconfigurationofüberlangeWörter")
    }
}

@Suite("Differences")
struct DifferenceTests {
    @Test("The lines that hold the difference")
    func lines() {
        let difference = Difference(Array("a\nx: 180\nb".utf8), Array("a\nx: 1950\nb".utf8))
        #expect(difference.removed == ["x: 180"])
        #expect(difference.added == ["x: 1950"])
        #expect(difference.changed == 1)
        let none = Difference(Array("a".utf8), Array("a".utf8))
        #expect(none.removed.isEmpty && none.changed == 0)
    }
}
