#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// What this target asks of the operating system; nothing else in it does.
enum Disk {
    /// A variable of the process's environment.
    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// Whether there is a file or a folder.
    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// The bytes of a file.
    static func bytes(of path: String) throws(FileFailure) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw FileFailure(path, "be read", reason) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            bytes += chunk[..<count]
            if count < chunk.count { break }
        }
        guard ferror(file) == 0 else { throw FileFailure(path, "be read", reason) }
        return bytes
    }

    /// Writes a file, and the folders that it is in.
    static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        let names = path.split(separator: "/").dropLast()
        for count in names.indices where names.count > 0 {
            _ = mkdir("/" + names[...count].joined(separator: "/"), 0o755)
        }
        guard let file = fopen(path, "wb") else { throw FileFailure(path, "be written", reason) }
        let count = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, count == bytes.count else { throw FileFailure(path, "be written", reason) }
    }

    /// The names in a folder, sorted.
    static func names(in folder: String) throws(FileFailure) -> [String] {
        guard let stream = opendir(folder) else { throw FileFailure(folder, "be listed", reason) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
                    String(cString: $0)
                }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    /// Where a path leads: itself if it begins at the root, else from the nearest folder above a source file that has it.
    ///
    /// - Returns: The path; that beside the source file if no folder has it.
    static func path(_ path: String, near source: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        var folder = folder(of: source)
        while !folder.isEmpty {
            let candidate = "\(folder)/\(path)"
            if exists(candidate) { return candidate }
            folder = Self.folder(of: folder)
        }
        return "\(Self.folder(of: source))/\(path)"
    }

    /// The folder that a file is in.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    /// The system's words for the last error.
    private static var reason: String { strerror(errno).map { String(cString: $0) } ?? "error \(errno)" }
}
