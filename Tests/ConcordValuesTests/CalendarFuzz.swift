import ConcordValues

/// What the property and fuzz tests of calendar values, codes and identities share.
enum CalendarFuzz {
    /// A seeded generator, so that a failure can be repeated from the seed in its message.
    struct SplitMix64: RandomNumberGenerator {
        private var state: UInt64

        init(seed: UInt64) {
            state = seed
        }

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// Calls with the bytes in memory of exactly their size, so that a sanitizer sees the first byte read beyond them.
    static func withExactMemory<Result>(_ bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        defer { memory.deallocate() }
        _ = memory.initialize(from: bytes)
        return body(UnsafeBufferPointer(memory))
    }

    /// What reading gave, without the error.
    static func read<Value: TextValue>(_ type: Value.Type, _ bytes: [UInt8]) -> Value? {
        withExactMemory(bytes) { try? Value(utf8: $0) }
    }

    /// The code of the error that reading gave, or `nil` if it gave a value.
    static func errorCode<Value: TextValue>(_ type: Value.Type, _ text: String) -> String? {
        withExactMemory(Array(text.utf8)) { bytes in
            do throws(ValueError) {
                _ = try Value(utf8: bytes)
                return nil
            } catch {
                return error.code.rawValue
            }
        }
    }

    /// The bytes that a value writes, in memory of exactly the promised size.
    static func write(_ value: some TextValue) -> [UInt8] {
        write(upTo: type(of: value).maximumTextLength, value.writeText(to:))
    }

    /// The bytes that a function writes, in memory of exactly the promised size.
    static func write(upTo capacity: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) -> [UInt8] {
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        memory.initialize(repeating: 0, count: capacity)
        defer { memory.deallocate() }
        let count = body(memory)
        return Array(UnsafeBufferPointer(start: memory, count: count))
    }

    /// What became of the texts that a fuzz run tried.
    struct Tally: CustomStringConvertible {
        var tried = 0
        var accepted = 0
        /// Accepted texts that were not written back with the same bytes.
        var changed: [String] = []
        /// Texts on which the reader and the reference disagree.
        var disputed: [String] = []

        var description: String { "\(tried) tried, \(accepted) accepted" }
    }

    /// Reads random bytes, random texts of the seeds' own bytes, every one-byte mutation of every seed, and random
    /// mutations of several bytes; compares what is accepted with a reference, if there is one.
    static func run<Value: TextValue>(
        _ type: Value.Type,
        seeds: [String],
        seed: UInt64,
        rounds: Int,
        reference: (([UInt8]) -> Bool)? = nil
    ) -> Tally {
        var tally = Tally()
        func attempt(_ bytes: [UInt8]) {
            tally.tried += 1
            let value = read(type, bytes)
            if let value {
                tally.accepted += 1
                if write(value) != bytes {
                    tally.changed.append(String(decoding: bytes, as: UTF8.self))
                }
            }
            if let reference, reference(bytes) != (value != nil) {
                tally.disputed.append(String(decoding: bytes, as: UTF8.self))
            }
        }

        attempt([])
        for text in seeds.map({ Array($0.utf8) }) {
            attempt(text)
            for index in text.indices {
                attempt(Array(text[..<index]))
                var shortened = text
                shortened.remove(at: index)
                attempt(shortened)
                for byte in UInt8.min...UInt8.max {
                    var mutated = text
                    mutated[index] = byte
                    attempt(mutated)
                    mutated = text
                    mutated.insert(byte, at: index)
                    attempt(mutated)
                }
            }
            for byte in UInt8.min...UInt8.max {
                attempt(text + [byte])
            }
        }
        var random = SplitMix64(seed: seed)
        let alphabet = seeds.flatMap { Array($0.utf8) } + Array("0123456789".utf8)
        for _ in 0..<rounds {
            attempt((0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
            attempt(
                (0..<Int.random(in: 0...40, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            )
            var mutated = Array((seeds.randomElement(using: &random) ?? "").utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) where !mutated.isEmpty {
                let index = mutated.indices.randomElement(using: &random) ?? 0
                mutated[index] = alphabet.randomElement(using: &random) ?? 0
            }
            attempt(mutated)
        }
        return tally
    }
}
