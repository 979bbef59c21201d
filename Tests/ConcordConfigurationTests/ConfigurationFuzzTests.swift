import ConcordConfiguration
import ConcordSchema
import Testing

/// Bytes that nobody should write give problems or a document, and never a trap.
@Suite struct ConfigurationFuzzTests {
    private static let bytes = Array(SampleOverlay.example.utf8)

    /// Reads some bytes and checks that what is told of them is in them.
    private func read(_ document: [UInt8], _ remark: @autoclosure () -> String) {
        do throws(ConfigurationRefusal) {
            _ = try SampleOverlay.read(document)
        } catch {
            let problems = error.problems
            #expect(!problems.isEmpty, "\(remark())")
            #expect(problems == problems.sorted(), "\(remark())")
            #expect(problems.allSatisfy { (0...document.count).contains($0.position.offset) }, "\(remark())")
            #expect(!error.description.isEmpty, "\(remark())")
        }
    }

    @Test func everyPrefix() {
        for length in Self.bytes.indices { read(Array(Self.bytes[..<length]), "prefix of \(length)") }
    }

    @Test func everyByteChanged() {
        var bytes = Self.bytes
        let others = Array("\0 \"\\{}[],:09eat'\u{7F}".utf8) + [0x80, 0xC3, 0xED, 0xFF]
        for place in bytes.indices {
            let byte = bytes[place]
            for other in others + [byte ^ 0x20, byte &+ 1] {
                bytes[place] = other
                read(bytes, "byte \(place) is \(other)")
            }
            bytes[place] = byte
        }
    }

    @Test func everyByteTakenAway() {
        for place in Self.bytes.indices {
            var bytes = Self.bytes
            bytes.remove(at: place)
            read(bytes, "without byte \(place)")
        }
    }

    private static let predicate =
        #"!(stage.canonical in ['won', 'on-hold'] && -12.50 <= amount) || has(source['/a~1b']) && name != "\u00e9\101\n""#

    @Test func everyPredicate() {
        let bytes = Array(Self.predicate.utf8)
        let others = Array("\0 '\"\\()[],.!=<>&|-09eainx?+\u{7F}".utf8) + [0x80, 0xC3, 0xFF]
        for place in bytes.indices {
            check(Array(bytes[..<place]))
            for other in others + [bytes[place] ^ 0x20] {
                var changed = bytes
                changed[place] = other
                check(changed)
            }
        }
    }

    @Test func randomPredicates() {
        let parts = [
            "a", "1", "'x'", "\"", "'", "(", ")", "[", "]", "!", "&&", "||", "==", "<", "in", "has", "source", ".", ",",
            "null", "true", "-", "\\", " ", "\n", "é", "//", "?",
        ]
        for seed in UInt64(0)..<4000 {
            var random = ConfigurationRandom(seed: seed)
            check(Array((0..<random.below(14)).map { _ in random.one(of: parts) }.joined().utf8), seed: seed)
        }
    }

    /// Reads a text, and reads it again as it is printed.
    private func check(_ bytes: [UInt8], seed: UInt64? = nil) {
        let text = String(decoding: bytes, as: UTF8.self)
        do throws(PredicateRefusal) {
            let predicate = try Predicate(text)
            #expect((try? Predicate("\(predicate)")) == predicate, "\(text), seed \(seed ?? 0)")
            _ = try predicate.checked(against: SampleOverlay.symbols)
        } catch {
            let length = text.utf8.count
            #expect(
                error.problems.allSatisfy { (0...length).contains($0.position.offset) },
                "\(text), seed \(seed ?? 0)"
            )
            #expect(!error.description.isEmpty)
        }
    }
}
