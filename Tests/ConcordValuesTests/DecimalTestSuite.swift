import ConcordValues
import Foundation

/// A file of the General Decimal Arithmetic test suite: directives and one case a line.
struct DecimalTestFile {
    let name: String
    let cases: [DecimalTestCase]

    init(_ name: String, in folder: String) throws {
        self.name = name
        let text = try String(contentsOfFile: "\(folder)/\(name).decTest", encoding: .utf8)
        var context = DecimalTestContext()
        var cases: [DecimalTestCase] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let words = Self.words(line)
            guard let first = words.first else { continue }
            if first.hasSuffix(":"), words.count == 2 {
                context.apply(directive: first.dropLast().lowercased(), value: words[1].lowercased())
            } else if let arrow = words.firstIndex(of: "->"), arrow >= 3, arrow + 1 < words.count {
                cases.append(
                    DecimalTestCase(
                        id: words[0],
                        operation: words[1].lowercased(),
                        operands: Array(words[2..<arrow]),
                        result: words[arrow + 1],
                        conditions: Set(words[(arrow + 2)...].map { $0.lowercased() }),
                        context: context
                    )
                )
            } else {
                throw UnreadableLine(text: String(line))
            }
        }
        self.cases = cases
    }

    struct UnreadableLine: Error {
        let text: String
    }

    /// The words of a line up to a comment; quotes around a word are taken off.
    private static func words(_ line: Substring) -> [String] {
        var words: [String] = []
        var rest = line[...]
        while true {
            rest = rest.drop(while: \.isWhitespace)
            guard let first = rest.first, !rest.hasPrefix("--") else { return words }
            if first == "'" || first == "\"" {
                let body = rest.dropFirst()
                let word = body.prefix { $0 != first }
                words.append(String(word))
                rest = body.dropFirst(word.count + 1)
            } else {
                let word = rest.prefix { !$0.isWhitespace }
                words.append(String(word))
                rest = rest.dropFirst(word.count)
            }
        }
    }
}

/// What the directives before a case set.
struct DecimalTestContext {
    var precision = 9
    var rounding = RoundingRule.halfUp
    var greatestExponent = 999_999_999
    var leastExponent = -999_999_999
    var clamps = false

    mutating func apply(directive: String, value: String) {
        switch directive {
        case "precision": precision = Int(value) ?? precision
        case "maxexponent": greatestExponent = Int(value) ?? greatestExponent
        case "minexponent": leastExponent = Int(value) ?? leastExponent
        case "clamp": clamps = value == "1"
        case "rounding":
            rounding =
                [
                    "half_even": .halfEven, "half_up": .halfUp, "half_down": .halfDown, "up": .up, "down": .down,
                    "ceiling": .ceiling, "floor": .floor, "05up": .zeroFiveUp,
                ][value] ?? rounding
        default: break
        }
    }

    /// The greatest scale there is, that of the smallest subnormal numbers.
    private var greatestScale: Int { precision - 1 - leastExponent }

    /// Whether a result of `quantize` is one.
    func holds(_ value: ExactDecimal) -> Bool {
        value.precision <= precision && value.scale <= greatestScale
            && value.precision - 1 - value.scale <= greatestExponent
    }

    /// The scale of a result that was rounded to the precision, once the limits of the exponent are taken into account.
    func boundedScale(of value: ExactDecimal) -> Int {
        let leastScale = (clamps ? precision - 1 : 0) - greatestExponent
        if value.isZero || clamps { return min(max(value.scale, leastScale), greatestScale) }
        return min(value.scale, greatestScale)
    }
}

struct DecimalTestCase {
    let id: String
    let operation: String
    let operands: [String]
    let result: String
    let conditions: Set<String>
    let context: DecimalTestContext
}

enum DecimalTestOutcome {
    case passed
    /// The result is a negative zero, of which there is none here; sign aside, it is the expected zero.
    case passedButForSignOfZero
    case skipped(DecimalTestSkip)
    case failed(String)
}

/// Why a case says nothing about ``ExactDecimal``.
enum DecimalTestSkip: String, CaseIterable {
    case operation = "operation not offered"
    case noOperand = "operand missing (#)"
    case special = "NaN or infinite operand"
    case longOperand = "operand beyond 38 digits"
    case farOperand = "operand beyond scale 400"
    case negativeZero = "order of negative and other zeros"
    case overflow = "overflow to infinity"
}

extension DecimalTestCase {
    func run() -> DecimalTestOutcome {
        let offered = ["add", "subtract", "multiply", "divide", "quantize", "compare", "comparetotal", "apply"]
        if !offered.contains(operation) { return .skipped(.operation) }
        if operands.contains("#") { return .skipped(.noOperand) }

        var values: [ExactDecimal] = []
        for operand in operands {
            do {
                values.append(try Self.number(operand))
            } catch ValueError.Code.decimalSyntax where Self.isSpecial(operand) {
                return .skipped(.special)
            } catch ValueError.Code.decimalOverflow {
                return .skipped(.longOperand)
            } catch ValueError.Code.decimalScale {
                return .skipped(.farOperand)
            } catch {
                return .failed("operand \(operand): \(error)")
            }
        }
        switch operation {
        case "compare": return check(order: values[0].compare(values[1]))
        case "comparetotal":
            // Between two zeros the sign decides.
            if values.allSatisfy(\.isZero), operands.contains(where: { $0.hasPrefix("-") }) {
                return .skipped(.negativeZero)
            }
            return check(order: values[0] < values[1] ? .less : values[0] == values[1] ? .same : .greater)
        case "quantize": return checkQuantize(values[0], values[1])
        default: return checkArithmetic(values)
        }
    }

    private func check(order: Ordering) -> DecimalTestOutcome {
        let text =
            switch order {
            case .less: "-1"
            case .same: "0"
            case .greater: "1"
            }
        return text == result ? .passed : .failed("\(text) instead of \(result)")
    }

    private func checkQuantize(_ value: ExactDecimal, _ pattern: ExactDecimal) -> DecimalTestOutcome {
        let computed = Result { () throws(ValueError) in
            try value.quantized(toScale: pattern.scale, rounding: context.rounding)
        }
        // What the context has no room for is invalid there.
        if let value = try? computed.get(), context.holds(value) {
            return result == "NaN" ? .failed("\(value) instead of an invalid operation") : check(computed)
        }
        return result == "NaN" ? .passed : .failed("\(computed) instead of \(result)")
    }

    private func checkArithmetic(_ values: [ExactDecimal]) -> DecimalTestOutcome {
        if conditions.contains("overflow") { return .skipped(.overflow) }
        let (left, right) = (values[0], values.last ?? .zero)
        let computed = Result { () throws(ValueError) in
            let value = try context.precision > 38 ? exact(left, right) : rounded(left, right)
            let scale = context.boundedScale(of: value)
            // A result beyond the least or the greatest exponent of the context is what it would have been at the scale
            // of that bound, rounded once.
            return try scale == value.scale ? value : quantized(left, right, toScale: scale)
        }
        return check(computed)
    }

    private func exact(_ left: ExactDecimal, _ right: ExactDecimal) throws(ValueError) -> ExactDecimal {
        switch operation {
        case "add": try left.adding(right)
        case "subtract": try left.subtracting(right)
        case "multiply": try left.multiplying(by: right)
        case "divide": try left.dividing(exactlyBy: right)
        default: left
        }
    }

    private func rounded(_ left: ExactDecimal, _ right: ExactDecimal) throws(ValueError) -> ExactDecimal {
        let (precision, rule) = (context.precision, context.rounding)
        return switch operation {
        case "add": try left.adding(right, precision: precision, rounding: rule)
        case "subtract": try left.subtracting(right, precision: precision, rounding: rule)
        case "multiply": try left.multiplying(by: right, precision: precision, rounding: rule)
        case "divide": try left.dividing(by: right, precision: precision, rounding: rule)
        default: try left.rounded(toPrecision: precision, rounding: rule)
        }
    }

    private func quantized(
        _ left: ExactDecimal,
        _ right: ExactDecimal,
        toScale scale: Int
    ) throws(ValueError) -> ExactDecimal {
        let rule = context.rounding
        return switch operation {
        case "multiply": try left.multiplying(by: right, scale: scale, rounding: rule)
        case "divide": try left.dividing(by: right, scale: scale, rounding: rule)
        case "apply": try left.quantized(toScale: scale, rounding: rule)
        default:
            // The sum may have hundreds of digits. This is the rule that may be followed by a second rounding.
            try left.adding(operation == "add" ? right : right.negated, precision: 38, rounding: .zeroFiveUp)
                .quantized(toScale: scale, rounding: rule)
        }
    }

    private func check(_ computed: Result<ExactDecimal, ValueError>) -> DecimalTestOutcome {
        do {
            let value = try Self.encoded(try computed.get(), as: result)
            let expected = try Self.number(result)
            guard value == expected else { return .failed("\(value.scientificDescription) instead of \(result)") }
            if value.isZero, result.hasPrefix("-") { return .passedButForSignOfZero }
            // The suite writes results as to-scientific-string does.
            guard result.contains("#") || value.scientificDescription == result else {
                return .failed("the text \(value.scientificDescription) instead of \(result)")
            }
            return .passed
        } catch {
            return .failed("\(error) instead of \(result)")
        }
    }

    /// The number that an operand is, such as `1.5E+3`, or `64#1.5E+3` for the same encoded in 64 bits.
    private static func number(_ operand: String) throws(ValueError) -> ExactDecimal {
        let text = operand.split(separator: "#").last ?? ""
        return try encoded(try ExactDecimal(scientific: text), as: operand)
    }

    /// The number in the encoding that an operand names.
    private static func encoded(_ value: ExactDecimal, as operand: String) throws(ValueError) -> ExactDecimal {
        // 64 bits have no room for an exponent above 369, but have it for zeros instead.
        operand.hasPrefix("64#") && value.scale < -369 ? try value.quantized(toScale: -369, rounding: .down) : value
    }

    private static func isSpecial(_ operand: String) -> Bool {
        let name = operand.lowercased().drop { $0 == "-" || $0 == "+" }
        return name.hasPrefix("nan") || name.hasPrefix("snan") || name.hasPrefix("inf")
    }
}

/// Lets a `catch` name the code of a ``ValueError``.
private func ~= (code: ValueError.Code, error: any Error) -> Bool {
    (error as? ValueError)?.code == code
}
