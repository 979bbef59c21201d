import Foundation

/// The folder with suites written by others, if this machine has them.
enum JSONSuites {
    static let folder = ProcessInfo.processInfo.environment["CONCORD_SUITES"].map { URL(fileURLWithPath: $0) }

    /// The files in a folder of a suite, by name.
    static func files(in path: String) throws -> [(name: String, bytes: [UInt8])] {
        guard let folder = folder?.appending(path: path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .map { name in
                (name, [UInt8](try Data(contentsOf: folder.appending(path: name))))
            }
    }

    static func bytes(of path: String) throws -> [UInt8] {
        guard let file = folder?.appending(path: path) else { return [] }
        return [UInt8](try Data(contentsOf: file))
    }
}
