#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif
import ConcordAdapters
import ConcordValues

/// What the command asks of the operating system; nothing else in it does.
enum Platform {
    /// A variable of the process's environment.
    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// Whether a file is in a folder or in one below it, links followed.
    static func isInside(_ folder: String, _ file: String) -> Bool {
        guard let folder = realpath(folder, nil) else { return false }
        defer { free(folder) }
        guard let file = realpath(file, nil) else { return false }
        defer { free(file) }
        let path = String(cString: folder)
        return String(cString: file).hasPrefix(path.hasSuffix("/") ? path : path + "/")
    }

    /// Whether a file descriptor is a terminal.
    static func isTerminal(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1
    }

    /// The width of the terminal behind a file descriptor, in columns; nil if it does not say.
    static func columns(_ descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Reads what is there into memory.
    ///
    /// - Returns: The number of bytes; 0 at the end.
    static func read(_ descriptor: Int32, into memory: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        while true {
            #if canImport(Darwin)
            let count = Darwin.read(descriptor, memory.baseAddress, memory.count)
            #elseif canImport(Glibc)
            let count = Glibc.read(descriptor, memory.baseAddress, memory.count)
            #elseif canImport(Musl)
            let count = Musl.read(descriptor, memory.baseAddress, memory.count)
            #endif
            if count >= 0 { return count }
            if errno != EINTR { throw SystemError(errno) }
        }
    }

    /// Whether reading would not wait: there is something, or the end.
    static func isReadable(_ descriptor: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 0) != 0
    }

    /// Whether two paths lead to one file.
    static func isSameFile(_ path: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        guard stat(path, &first) == 0, stat(other, &second) == 0 else { return path == other }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    /// Writes all of the bytes.
    static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        var rest = bytes
        while !rest.isEmpty {
            #if canImport(Darwin)
            let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
            #elseif canImport(Glibc)
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            #elseif canImport(Musl)
            let count = Musl.write(descriptor, rest.baseAddress, rest.count)
            #endif
            if count >= 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            } else if errno != EINTR {
                throw SystemError(errno)
            }
        }
    }

    /// Opens a file to be read.
    static func openToRead(_ path: String) throws(SystemError) -> Int32 {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError(errno) }
        return descriptor
    }

    /// Opens a file to be written from its beginning.
    static func openToWrite(_ path: String) throws(SystemError) -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw SystemError(errno) }
        return descriptor
    }

    /// Gives a file descriptor back.
    static func close(_ descriptor: Int32) {
        #if canImport(Darwin)
        _ = Darwin.close(descriptor)
        #elseif canImport(Glibc)
        _ = Glibc.close(descriptor)
        #elseif canImport(Musl)
        _ = Musl.close(descriptor)
        #endif
    }

    /// The size of a plain file in bytes; nil for what has none, such as a pipe.
    ///
    /// - Throws: A ``SystemError`` if it is a directory.
    static func size(_ descriptor: Int32) throws(SystemError) -> Int? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemError(errno) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw SystemError(EISDIR)
        case S_IFREG: return Int(status.st_size)
        default: return nil
        }
    }

    /// The present time, in whole seconds and in universal time.
    static func now() -> Instant? {
        try? Instant(secondsSince1970: WallClock().now.secondsSince1970, offset: .utc)
    }

    /// Seconds on a clock that only goes forward.
    static func uptime() -> Double {
        var time = timespec()
        guard clock_gettime(CLOCK_MONOTONIC, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The names in a folder, sorted by their bytes; hidden ones are left out.
    static func names(in folder: String) throws(SystemError) -> [String] {
        guard let stream = opendir(folder) else { throw SystemError(errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether a path leads to a folder.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether a path leads to anything.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0
    }

    /// Makes a folder, with those above it; one that is there stays.
    static func makeFolder(_ path: String) throws(SystemError) {
        if isFolder(path) { return }
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex { try makeFolder(String(path[..<slash])) }
        if mkdir(path, 0o755) != 0, errno != EEXIST { throw SystemError(errno) }
    }

    /// Makes a file with some bytes, whole or not at all.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - bytes: What it holds.
    ///   - isDurable: Whether it must be on the disk before this returns.
    /// - Returns: False if there is such a file, which stays as it is.
    /// - Throws: What the system says.
    static func makeFile(_ path: String, _ bytes: [UInt8], isDurable: Bool) throws(SystemError) -> Bool {
        let draft = "\(path).\(getpid()).draft"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw SystemError(errno) }
        defer { unlink(draft) }
        let result = bytes.withUnsafeBytes { bytes in
            Result { () throws(SystemError) in try write(descriptor, bytes) }
        }
        let isSafe = !isDurable || fsync(descriptor) == 0
        let number = errno
        close(descriptor)
        try result.get()
        if !isSafe { throw SystemError(number) }
        // A link, and not a rename: it fails if the file is there.
        if link(draft, path) == 0 { return true }
        if errno == EEXIST { return false }
        throw SystemError(errno)
    }

    /// Ends the process.
    static func exit(_ status: ExitStatus) -> Never {
        #if canImport(Darwin)
        Darwin.exit(status.rawValue)
        #elseif canImport(Glibc)
        Glibc.exit(status.rawValue)
        #elseif canImport(Musl)
        Musl.exit(status.rawValue)
        #endif
    }
}

/// An error of the operating system.
struct SystemError: Error, Sendable, Hashable {
    /// The system's number for it.
    let number: Int32

    /// An error with the system's number.
    init(_ number: Int32) {
        self.number = number
    }
}

extension SystemError: CustomStringConvertible {
    /// The system's words for it, in lower case: `no such file or directory`.
    var description: String {
        let text = strerror(number).map { String(cString: $0) } ?? "error \(number)"
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
