/// A text that is checked in, and that a test compares as a whole with what it should be.
///
/// ```swift
/// #expect(GoldenFile("Golden/acme-client.md").difference(from: Acme.client.table.markdown) == "")
/// ```
///
/// With `RECORD_GOLDEN=1` in the environment the file is written anew, and the comparison fails nevertheless: a test that
/// records is not one that passes. Read what has changed as a reviewer would, and commit it with the change that caused
/// it.
public struct GoldenFile: Sendable, Hashable {
    /// The file as it was named.
    public let name: String

    /// Where it is.
    public let path: String

    /// A file.
    ///
    /// - Parameters:
    ///   - name: Its path, from the folder of the test's source file on, or from the root.
    ///   - source: The test's source file.
    public init(_ name: String, near source: String = #filePath) {
        self.name = name
        path = name.hasPrefix("/") ? name : "\(Disk.folder(of: source))/\(name)"
    }

    /// How a text differs from the file.
    ///
    /// - Parameter text: The text as it is now.
    /// - Returns: The lines that differ with three lines around them, `-` as checked in and `+` as it is now; empty if
    ///   nothing differs.
    public func difference(from text: String) -> String {
        difference(from: text, isRecording: Disk.environment("RECORD_GOLDEN") == "1")
    }

    func difference(from text: String, isRecording: Bool) -> String {
        do throws(FileFailure) {
            guard !isRecording else {
                try Disk.write(Array(text.utf8), to: path)
                return "\(name) was written anew; look at what has changed, and run again without RECORD_GOLDEN"
            }
            guard Disk.exists(path) else { return "\(name) does not exist; RECORD_GOLDEN=1 writes it\n\(path)" }
            let golden = try Disk.bytes(of: path)
            guard !golden.elementsEqual(text.utf8) else { return "" }
            let lines = RecordDiff(lines: String(decoding: golden, as: UTF8.self), text)
            let first = (lines.lines.firstIndex { $0.side != .both } ?? 0) + 1
            return """
                \(name) differs from line \(first) on (- as checked in, + as it is now); RECORD_GOLDEN=1 writes it anew
                \(lines)
                """
        } catch {
            return "\(error)"
        }
    }
}
