/// An organisation's name as it is compared: without case, accents, punctuation and legal form.
///
/// `Müller & Söhne GmbH & Co. KG` and `MUELLER UND SOEHNE` are one.
struct NormalisedName {
    /// The words that are left, with a space between.
    let text: String

    /// Normalises a name.
    init(_ name: String) {
        var words: [String] = [""]
        for character in name.lowercased() {
            if let plain = Self.plain[character] {
                words[words.count - 1] += plain
            } else if character == "&" || character == "+" {
                words += ["and", ""]
            } else if character.isLetter || character.isNumber {
                words[words.count - 1].append(character)
            } else if character != ".", character != "'", character != "’" {
                words.append("")
            }
        }
        words = words.filter { !$0.isEmpty }.map { Self.joining.contains($0) ? "and" : Self.withoutUmlaut($0) }
        var kept = words
        while let last = kept.last, Self.legalForms.contains(last) || last == "and" { kept.removeLast() }
        // A firm that is called by its legal form alone keeps its name.
        text = (kept.isEmpty ? words : kept).joined(separator: " ")
    }

    /// Words for *and*.
    private static let joining: Set<String> = ["and", "und", "et", "en", "og", "och", "y"]

    /// The words that legal forms are written with, after points are taken away and umlauts are made plain.
    ///
    /// German, Austrian and Swiss, British and American, French, Belgian, Dutch, Italian, Spanish, Portuguese, Nordic,
    /// Polish, Czech, Australian, Singaporean, Indian and Japanese ones.
    static let legalForms: Set<String> = [
        "gmbh", "ggmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "haftungsbeschrankt", "gbr", "ev", "eg", "ek", "se",
        "ltd", "limited", "plc", "llp", "lp", "llc", "inc", "incorporated", "corp", "corporation", "co", "company",
        "cic",
        "pc", "pllc", "sa", "sas", "sasu", "sarl", "rl", "eurl", "sci", "snc", "scs", "sca", "srl", "sprl", "bvba",
        "bv",
        "nv", "vof", "cv", "spa", "sapa", "sl", "slu", "lda", "ab", "hb", "as", "asa", "aps", "ivs", "oy", "oyj", "ehf",
        "hf", "sp", "z", "oo", "sro", "pty", "pte", "pvt", "private", "kk", "gk",
    ]

    /// Letters with accents, and the plain ones.
    ///
    /// A letter is one whether its accent is a character of its own or not.
    private static let plain: [Character: String] = {
        let groups: [(String, String)] = [
            ("a", "àáâãäåāăą"), ("c", "çćčĉċ"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
            ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľł"), ("n", "ñńņň"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"),
            ("s", "śŝşšș"), ("t", "ţťț"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"), ("ss", "ß"),
            ("ae", "æ"), ("oe", "œ"), ("th", "þ"),
        ]
        var table: [Character: String] = [:]
        for (plain, letters) in groups {
            for letter in letters { table[letter] = plain }
        }
        return table
    }()

    /// The word with umlauts that were written as two letters made one: `mueller` and `müller` are `muller`.
    private static func withoutUmlaut(_ word: String) -> String {
        var result = ""
        for character in word {
            if character == "e", let last = result.last, last == "a" || last == "o" || last == "u" { continue }
            result.append(character)
        }
        return result
    }
}
