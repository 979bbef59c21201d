import Foundation

/// A file of the fixtures.
struct FixtureText {
    let bytes: [UInt8]

    /// Reads a file, named from the root of the package.
    init(_ name: String, near source: String = #filePath) throws {
        bytes = Array(try Data(contentsOf: Self.place(name, near: source)))
    }

    /// A file or a folder, named from the root of the package.
    static func place(_ name: String, near source: String = #filePath) -> URL {
        var folder = URL(fileURLWithPath: source)
        repeat {
            folder.deleteLastPathComponent()
            let manifest = folder.appending(path: "Package.swift")
            if FileManager.default.fileExists(atPath: manifest.path) { break }
        } while folder.path != "/"
        return folder.appending(path: name)
    }

    var lines: [Substring] { String(decoding: bytes, as: UTF8.self).split(separator: "\n") }
}
