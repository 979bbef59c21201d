import Foundation

/// A row of `Fixtures/identifiers/examples.csv`: a number that stands.
struct IdentifierExample: Sendable, CustomStringConvertible {
    let scheme: String
    let text: String
    let normalised: String

    /// How many changes of one digit into another the rules miss, of all there are; nil without a check digit.
    let changesMissed: Int?

    /// How many swaps of neighbouring digits they miss.
    let swapsMissed: Int?

    var description: String { "\(scheme) \(text)" }

    static let all: [Self] = IdentifierFixture.rows("examples", fields: 5)
        .map { row in
            Self(
                scheme: row[0],
                text: row[1],
                normalised: row[2],
                changesMissed: Int(row[3]),
                swapsMissed: Int(row[4])
            )
        }
}

/// A row of `Fixtures/identifiers/refused.csv`: a number that does not stand, and what is said of it.
struct RefusedIdentifier: Sendable, CustomStringConvertible {
    let scheme: String
    let text: String
    let finding: String

    var description: String { "\(scheme) \(text)" }

    static let all: [Self] = IdentifierFixture.rows("refused", fields: 3)
        .map { row in
            Self(scheme: row[0], text: row[1], finding: row[2])
        }
}

/// The files in `Fixtures/identifiers`, whose last field may contain commas.
enum IdentifierFixture {
    static func rows(_ name: String, fields: Int) -> [[String]] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures/identifiers")
        guard let text = try? String(contentsOf: folder.appending(path: "\(name).csv"), encoding: .utf8) else {
            return []
        }
        return text.split(separator: "\n").dropFirst()
            .map { line in
                line.split(separator: ",", maxSplits: fields - 1, omittingEmptySubsequences: false).map(String.init)
            }
    }
}
