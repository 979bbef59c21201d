import Foundation

/// A file of the fixtures.
struct FixtureText {
    let bytes: [UInt8]

    /// Reads a file, named from the root of the package.
    init(_ name: String, near source: String = #filePath) throws {
        var folder = URL(fileURLWithPath: source)
        repeat {
            folder.deleteLastPathComponent()
        } while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
        bytes = Array(try Data(contentsOf: folder.appending(path: name)))
    }

    var lines: [Substring] { String(decoding: bytes, as: UTF8.self).split(separator: "\n") }
}
