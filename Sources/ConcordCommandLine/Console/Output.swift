/// Where a command's bytes go: a stream of the process, a file, or a test's memory.
final class Output {
    /// Whether a person is looking.
    let isTerminal: Bool

    /// How many columns a line has.
    let columns: Int

    /// Whether colour is welcome.
    let isColoured: Bool

    private let sink: (UnsafeRawBufferPointer) throws -> Void
    private let capacity: Int
    private var pending: [UInt8] = []

    /// A place for bytes.
    ///
    /// - Parameters:
    ///   - isTerminal: Whether a person is looking; then nothing is held back.
    ///   - columns: How many columns a line has.
    ///   - isColoured: Whether colour is welcome.
    ///   - sink: Takes bytes, all of them or none.
    init(
        isTerminal: Bool = false,
        columns: Int = 100,
        isColoured: Bool = false,
        to sink: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) {
        self.isTerminal = isTerminal
        self.columns = columns
        self.isColoured = isColoured
        self.sink = sink
        capacity = isTerminal ? 0 : 1 << 16
    }

    /// Writes bytes.
    func write(_ bytes: UnsafeRawBufferPointer) throws {
        if pending.isEmpty, bytes.count >= capacity {
            try sink(bytes)
            return
        }
        pending.append(contentsOf: bytes)
        if pending.count >= capacity { try flush() }
    }

    /// Writes text.
    func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
    }

    /// Writes a line of text.
    func writeLine(_ text: String = "") throws {
        try write(text + "\n")
    }

    /// Hands over what was held back.
    func flush() throws {
        guard !pending.isEmpty else { return }
        let bytes = pending
        pending.removeAll(keepingCapacity: true)
        try bytes.withUnsafeBytes { try sink($0) }
    }
}

extension Output {
    /// A stream of the process.
    static func descriptor(_ descriptor: Int32, named name: String) -> Output {
        let isTerminal = Platform.isTerminal(descriptor)
        let isPlain = Platform.environment("NO_COLOR").map { !$0.isEmpty } ?? false
        let columns = Platform.environment("COLUMNS").flatMap { Int($0) } ?? Platform.columns(descriptor) ?? 100
        return Output(
            isTerminal: isTerminal,
            columns: max(columns, 40),
            isColoured: isTerminal && !isPlain && Platform.environment("TERM") != "dumb"
        ) { bytes in
            do throws(SystemError) {
                try Platform.write(descriptor, bytes)
            } catch {
                throw CommandFailure(.inputOutput, "cannot write to \(name): \(error)")
            }
        }
    }

    /// The file with a name, from its beginning; nil without a name.
    ///
    /// - Throws: A ``CommandFailure`` if it cannot be made.
    static func file(ifNamed path: String?) throws(CommandFailure) -> Output? {
        try path.map { path throws(CommandFailure) in try file(path) }
    }

    /// A new file, or an old one from its beginning.
    ///
    /// - Throws: A ``CommandFailure`` if it cannot be made.
    static func file(_ path: String) throws(CommandFailure) -> Output {
        let file: OpenFile
        do throws(SystemError) {
            file = OpenFile(try Platform.openToWrite(path))
        } catch {
            throw CommandFailure(.cannotCreate, "cannot write \(path): \(error)")
        }
        return Output { bytes in
            do throws(SystemError) {
                try Platform.write(file.descriptor, bytes)
            } catch {
                throw CommandFailure(.inputOutput, "cannot write to \(path): \(error)")
            }
        }
    }
}
