public import ConcordValues

/// The codes of a list that a standard keeps, with short names: payment means, units, exemption reasons.
///
/// ```swift
/// StandardCodeList.paymentMeans.contains("58")                  // true
/// StandardCodeList.paymentMeans.name(of: "58")                  // "SEPA credit transfer"
/// StandardCodeList.paymentMeans.nearest(to: "credit transfer")  // "30"
/// ```
///
/// The names are this library's own words, for messages. A list is built when it is first used and stays for the life
/// of the process.
public struct StandardCodeList: Sendable {
    /// The list's name among the standards: `UNTDID 4461`.
    public let name: String

    /// What the codes say: `payment means`.
    public let title: String

    /// The version or date of the list that the codes were taken from.
    public let version: String

    /// The codes, in the order in which the standard lists them.
    public let codes: CodeList

    /// The names of the codes in the same order, empty where there is none.
    private let names: [String]

    /// The keys of the codes in ascending order, and beside each where its code is.
    private let keys: [UInt64]
    private let places: [Int32]

    /// A list from lines of a code, and a name behind a space where there is one.
    init(_ name: String, _ title: String, version: String, lines: String) {
        var codes: [String] = []
        var names: [String] = []
        for line in lines.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            codes.append(String(parts[0]))
            names.append(parts.count > 1 ? String(parts[1]) : "")
        }
        self.init(name, title, version: version, codes: codes, names: names)
    }

    /// A list from codes between spaces, and a name for those that something else can name.
    init(
        _ name: String,
        _ title: String,
        version: String,
        naming: (String) -> String? = { _ in nil },
        bare text: String
    ) {
        let codes = text.split { $0 == " " || $0 == "\n" }.map(String.init)
        self.init(name, title, version: version, codes: codes, names: codes.map { naming($0) ?? "" })
    }

    private init(_ name: String, _ title: String, version: String, codes: [String], names: [String]) {
        self.name = name
        self.title = title
        self.version = version
        self.codes = CodeList(codes)
        self.names = names
        let order = codes.indices.map { (Self.key(codes[$0]), Int32($0)) }.sorted { $0 < $1 }
        keys = order.map(\.0)
        places = order.map(\.1)
    }

    /// Up to eight bytes as a number, which tells short codes apart; a hash of longer ones.
    private static func key(_ text: String) -> UInt64 {
        var key: UInt64 = 0
        if text.utf8.count <= 8 {
            for byte in text.utf8 { key = key << 8 | UInt64(byte) }
        } else {
            key = 0xCBF2_9CE4_8422_2325
            for byte in text.utf8 { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        return key
    }

    /// Where a code is in the list, or nil.
    private func place(of code: String) -> Int? {
        let key = Self.key(code)
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key {
                low = middle + 1
            } else {
                high = middle
            }
        }
        while low < keys.count, keys[low] == key {
            let place = Int(places[low])
            if codes[place].utf8.elementsEqual(code.utf8) {
                return place
            }
            low += 1
        }
        return nil
    }

    /// Whether a text is one of the codes, exactly as the standard writes it.
    ///
    /// - Parameter code: The text.
    /// - Returns: `true` if it is.
    public func contains(_ code: String) -> Bool {
        place(of: code) != nil
    }

    /// What a code says, in a few words.
    ///
    /// - Parameter code: The code.
    /// - Returns: The name; `nil` if the code is not in the list or has no name here.
    public func name(of code: String) -> String? {
        guard let place = place(of: code), place < names.count, !names[place].isEmpty else {
            return nil
        }
        return names[place]
    }

    /// The code that somebody who wrote a text probably meant; for messages.
    ///
    /// Looks for a code that differs in case, separators or a letter, and then for a name that does.
    ///
    /// - Parameter text: What was written: a code, or its name.
    /// - Returns: The code; `nil` if nothing is near.
    public func nearest(to text: String) -> String? {
        if contains(text) {
            return text
        }
        if let code = codes.nearest(to: text) {
            return code
        }
        guard let name = NearestName.find(text, among: names), let place = names.firstIndex(of: name) else {
            return nil
        }
        return codes[place]
    }
}

extension StandardCodeList: CustomStringConvertible {
    /// The list's name and title, such as `UNTDID 4461 (payment means)`.
    public var description: String { "\(name) (\(title))" }
}
