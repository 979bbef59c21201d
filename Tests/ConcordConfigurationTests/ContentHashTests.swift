import ConcordConfiguration
import ConcordSchema
import Testing

@Suite struct ContentHashTests {
    /// The examples of FIPS 180-4 that NIST publishes for SHA-256, and messages around the length of a block.
    @Test(arguments: [
        ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
        ("a", 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
        ("a", 56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
        ("a", 63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
        ("a", 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    ])
    func vectors(text: String, count: Int, hash: String) {
        let message = Array(String(repeating: text, count: count).utf8)
        #expect("\(ContentHash(ofBytes: message))" == hash)
        #expect(ContentHash(hexadecimal: hash) == ContentHash(ofBytes: message))
    }

    @Test func saysWhatIsSaidAndNotHow() throws {
        let one = try ContentHash(of: Array(#"{"b": [1.50, true], "a": "\u00e9"}"#.utf8))
        let other = try ContentHash(of: Array("{ \"a\":\"é\",\n\"b\":[1.5,true] }".utf8))
        let third = try ContentHash(of: Array(#"{"a":"é","b":[true,1.5]}"#.utf8))
        #expect(one == other)
        #expect(one != third)
        #expect(one == ContentHash(ofBytes: Array(#"{"a":"é","b":[1.5,true]}"#.utf8)))
    }

    @Test func refusesWhatHasNoCanonicalForm() {
        #expect(throws: Refusal.self) { try ContentHash(of: Array(#"{"a":1,"a":1}"#.utf8)) }
        #expect(throws: Refusal.self) { try ContentHash(of: Array("1e999".utf8)) }
    }

    @Test(arguments: ["", "ab", String(repeating: "G", count: 64), String(repeating: "A", count: 64)])
    func refusesOtherTexts(text: String) {
        #expect(ContentHash(hexadecimal: text) == nil)
    }
}
