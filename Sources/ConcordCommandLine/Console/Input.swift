/// Where a command's bytes come from: a stream of the process, a file, or a test's memory.
final class Input {
    /// What messages call it: a path, or `-`.
    let name: String

    /// How many bytes it has, if that is known.
    let size: Int?

    /// Whether it has something at the moment, or has ended; a file always does.
    var isReady: () -> Bool = { true }

    private let read: (UnsafeMutableRawBufferPointer) throws -> Int

    /// A source of bytes.
    ///
    /// - Parameters:
    ///   - name: What messages call it.
    ///   - size: How many bytes it has, if that is known.
    ///   - read: Puts the next bytes at the front of the memory it is given and says how many; 0 at the end.
    init(_ name: String, size: Int? = nil, read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
        self.name = name
        self.size = size
        self.read = read
    }

    /// Reads the next bytes into memory.
    ///
    /// - Returns: How many; 0 at the end.
    func read(into memory: UnsafeMutableRawBufferPointer) throws -> Int {
        try read(memory)
    }

    /// Reads everything.
    func readAll() throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size ?? 0)
        try chunks { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// Reads everything, piece by piece.
    func chunks(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { memory.deallocate() }
        while true {
            let count = try read(memory)
            if count == 0 { return }
            try body(UnsafeRawBufferPointer(rebasing: memory[..<count]))
        }
    }
}

extension Input {
    /// A stream of the process.
    static func descriptor(_ descriptor: Int32) -> Input {
        let input = Input("-", size: (try? Platform.size(descriptor)) ?? nil) { memory in
            do throws(SystemError) {
                return try Platform.read(descriptor, into: memory)
            } catch {
                throw CommandFailure(.inputOutput, "cannot read standard input: \(error)")
            }
        }
        input.isReady = { Platform.isReadable(descriptor) }
        return input
    }

    /// A file.
    ///
    /// - Throws: A ``CommandFailure`` if there is none that can be read.
    static func file(_ path: String) throws(CommandFailure) -> Input {
        let file: OpenFile
        let size: Int?
        do throws(SystemError) {
            file = OpenFile(try Platform.openToRead(path))
            size = try Platform.size(file.descriptor)
        } catch {
            throw CommandFailure(.noInput, "cannot read \(path): \(error)")
        }
        return Input(path, size: size) { memory in
            do throws(SystemError) {
                return try Platform.read(file.descriptor, into: memory)
            } catch {
                throw CommandFailure(.inputOutput, "cannot read \(path): \(error)")
            }
        }
    }
}

/// A file descriptor that is given back when nobody uses it any more.
final class OpenFile {
    /// The system's number for the open file.
    let descriptor: Int32

    /// Takes an open file over.
    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        Platform.close(descriptor)
    }
}
