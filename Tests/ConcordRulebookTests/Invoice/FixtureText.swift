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
        } while folder.path != "/" && !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
        return folder.appending(path: name)
    }

    var lines: [Substring] { String(decoding: bytes, as: UTF8.self).split(separator: "\n") }
}
