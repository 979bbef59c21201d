/// A unit of measure by its code in UN/ECE Recommendation 20: `HUR` for hours, `DAY` for days, `C62` for things
/// counted.
///
/// The codes that invoices use (EN 16931, BT-130 and BT-150). Open: the recommendation has some two thousand codes and
/// invoices also use those of Recommendation 21 (packages, with an `X` in front), so every code of the right shape is
/// kept; ``isListed`` says whether it is one that this library can name.
public struct UnitCode: Sendable, Hashable {
    /// The characters from the highest byte down; zeros after a code of fewer than four.
    private let packed: UInt32

    private init(packed: UInt32) {
        self.packed = packed
    }

    /// A code written in this file, of at most four ASCII characters.
    private init(literal: StaticString) {
        var packed: UInt32 = 0
        literal.withUTF8Buffer { utf8 in
            for byte in utf8 { packed = packed << 8 | UInt32(byte) }
            packed <<= UInt32(8 * (4 - utf8.count))
        }
        self.packed = packed
    }
}

extension UnitCode: TextValue {
    /// Reads a code of one to three capital letters and digits.
    ///
    /// - Parameter text: The bytes of the code, nothing before and nothing after it.
    /// - Throws: ``ValueError/Code/unitSyntax``.
    public init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        guard (1...3).contains(text.count) else { throw Self.syntax(text) }
        var packed: UInt32 = 0
        for byte in text {
            let isDigit = byte &- UInt8(ascii: "0") < 10
            let isLetter = byte &- UInt8(ascii: "A") < 26
            guard isDigit || isLetter else { throw Self.syntax(text) }
            packed = packed &<< 8 | UInt32(truncatingIfNeeded: byte)
        }
        self.init(packed: packed &<< UInt32(truncatingIfNeeded: 8 &* (4 &- text.count)))
    }

    private static func syntax(_ text: UnsafeBufferPointer<UInt8>) -> ValueError {
        ValueError(.unitSyntax, expected: "a UN/ECE Recommendation 20 code like HUR", observedUTF8: text)
    }

    /// Three characters.
    public static var maximumTextLength: Int { 3 }

    /// Writes the code.
    ///
    /// - Parameter destination: Memory for at least ``maximumTextLength`` bytes.
    /// - Returns: The number of bytes written.
    public func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        var rest = packed
        var count = 0
        while rest != 0 {
            destination[count] = UInt8(truncatingIfNeeded: rest &>> 24)
            rest = rest &<< 8
            count += 1
        }
        return count
    }
}

extension UnitCode {
    /// Second.
    public static let second = Self(literal: "SEC")
    /// Minute.
    public static let minute = Self(literal: "MIN")
    /// Hour.
    public static let hour = Self(literal: "HUR")
    /// Day.
    ///
    /// How many hours of work it has is an agreement, never a constant; see ``Quantity/converted(to:hoursPerDay:)``.
    public static let day = Self(literal: "DAY")
    /// Working day.
    public static let workingDay = Self(literal: "E49")
    /// Week.
    public static let week = Self(literal: "WEE")
    /// Month.
    public static let month = Self(literal: "MON")
    /// Quarter of a year.
    public static let quarter = Self(literal: "QAN")
    /// Year.
    public static let year = Self(literal: "ANN")

    /// One: a thing counted, where no other unit says more.
    ///
    /// What most invoices use for pieces.
    public static let one = Self(literal: "C62")
    /// Piece.
    public static let piece = Self(literal: "H87")
    /// Each.
    public static let each = Self(literal: "EA")
    /// Pair.
    public static let pair = Self(literal: "PR")
    /// Dozen.
    public static let dozen = Self(literal: "DZN")
    /// Set.
    public static let set = Self(literal: "SET")
    /// Person.
    public static let person = Self(literal: "IE")
    /// Activity.
    public static let activity = Self(literal: "ACT")
    /// Job.
    public static let job = Self(literal: "E51")
    /// Service unit.
    public static let serviceUnit = Self(literal: "E48")
    /// Trip.
    public static let trip = Self(literal: "E54")
    /// Lump sum.
    public static let lumpSum = Self(literal: "LS")
    /// Percent.
    public static let percent = Self(literal: "P1")

    /// Millimetre.
    public static let millimetre = Self(literal: "MMT")
    /// Centimetre.
    public static let centimetre = Self(literal: "CMT")
    /// Metre.
    public static let metre = Self(literal: "MTR")
    /// Kilometre.
    public static let kilometre = Self(literal: "KMT")
    /// Mile (statute mile).
    public static let mile = Self(literal: "SMI")
    /// Square metre.
    public static let squareMetre = Self(literal: "MTK")
    /// Cubic metre.
    public static let cubicMetre = Self(literal: "MTQ")
    /// Millilitre.
    public static let millilitre = Self(literal: "MLT")
    /// Litre.
    public static let litre = Self(literal: "LTR")
    /// Gram.
    public static let gram = Self(literal: "GRM")
    /// Kilogram.
    public static let kilogram = Self(literal: "KGM")
    /// Tonne (metric ton).
    public static let tonne = Self(literal: "TNE")
    /// Kilowatt hour.
    public static let kilowattHour = Self(literal: "KWH")

    /// Degree of an angle.
    public static let degree = Self(literal: "DD")
    /// Byte.
    public static let byte = Self(literal: "AD")

    /// The English name of a listed unit, such as `hour`.
    public var name: String? { Self.names[self] }

    /// Whether this library knows the unit by name.
    ///
    /// A code that is not listed may still be one of the recommendation.
    public var isListed: Bool { name != nil }

    /// The units that this library can name, in the order of their codes.
    public static var listed: [UnitCode] {
        names.keys.sorted { $0.packed < $1.packed }
    }

    private static let names: [UnitCode: String] = [
        .second: "second",
        .minute: "minute",
        .hour: "hour",
        .day: "day",
        .workingDay: "working day",
        .week: "week",
        .month: "month",
        .quarter: "quarter of a year",
        .year: "year",
        .one: "one",
        .piece: "piece",
        .each: "each",
        .pair: "pair",
        .dozen: "dozen",
        .set: "set",
        .person: "person",
        .activity: "activity",
        .job: "job",
        .serviceUnit: "service unit",
        .trip: "trip",
        .lumpSum: "lump sum",
        .percent: "percent",
        .millimetre: "millimetre",
        .centimetre: "centimetre",
        .metre: "metre",
        .kilometre: "kilometre",
        .mile: "mile (statute)",
        .squareMetre: "square metre",
        .cubicMetre: "cubic metre",
        .millilitre: "millilitre",
        .litre: "litre",
        .gram: "gram",
        .kilogram: "kilogram",
        .tonne: "tonne",
        .kilowattHour: "kilowatt hour",
        .degree: "degree",
        .byte: "byte",
    ]
}
