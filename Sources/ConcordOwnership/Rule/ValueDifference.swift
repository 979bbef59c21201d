/// Whether two JSON texts are certainly of different values, found without taking either apart.
///
/// Nearly always the first byte in which two values differ lies in a string or a number that stands at the same place in
/// both. Then they differ, whatever stands behind it, unless the two are one number with more or fewer zeros. Where the
/// first difference is of another kind, such as a member's name, nothing is certain, and the texts have to be brought into
/// the form in which equal values are equal.
///
/// That holds for values without options of comparison: where case does not count, nothing here is of use.
enum ValueDifference {
    static func isCertain(_ left: String, _ right: String) -> Bool {
        left.utf8.withContiguousStorageIfAvailable { left in
            right.utf8.withContiguousStorageIfAvailable { isCertain(left, $0) } ?? false
        } ?? false
    }

    static func isCertain(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        let common = min(left.count, right.count)
        var place = 0
        while place < common, left[place] == right[place] { place &+= 1 }
        // Where the token begins in which they differ; both begin it at the same place.
        var begin = 0
        var isString = false
        var index = 0
        while index < place {
            let byte = left[index]
            if isString {
                if byte == UInt8(ascii: "\\") { index &+= 1 }
                if byte == UInt8(ascii: "\"") { isString = false }
            } else if byte == UInt8(ascii: "\"") {
                isString = true
                begin = index &+ 1
            }
            index &+= 1
        }
        // In the middle of an escape.
        if index > place { return false }
        if isString { return areDifferentStrings(left, right, from: begin) }
        begin = place
        while begin > 0, isNumeric(left[begin &- 1]) { begin &-= 1 }
        return areDifferentNumbers(left, right, from: begin)
    }

    private static func areDifferentStrings(
        _ left: UnsafeBufferPointer<UInt8>,
        _ right: UnsafeBufferPointer<UInt8>,
        from begin: Int
    ) -> Bool {
        guard let leftEnd = stringEnd(left, begin), let rightEnd = stringEnd(right, begin) else { return false }
        return isDifferent(left, begin, leftEnd, right, rightEnd)
    }

    /// The place of the quote that ends a string; nil if it is a name, or has what can be written in two ways.
    private static func stringEnd(_ text: UnsafeBufferPointer<UInt8>, _ begin: Int) -> Int? {
        var index = begin
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "\"") {
                let isName = index &+ 1 < text.count && text[index &+ 1] == UInt8(ascii: ":")
                return isName ? nil : index
            }
            if byte == UInt8(ascii: "\\") || byte >= 0x80 { return nil }
            index &+= 1
        }
        return nil
    }

    private static func areDifferentNumbers(
        _ left: UnsafeBufferPointer<UInt8>,
        _ right: UnsafeBufferPointer<UInt8>,
        from begin: Int
    ) -> Bool {
        guard begin < left.count, begin < right.count else { return false }
        let (first, second) = (left[begin], right[begin])
        // `true` and `false`.
        let areTruths =
            first == UInt8(ascii: "t") && second == UInt8(ascii: "f")
            || first == UInt8(ascii: "f") && second == UInt8(ascii: "t")
        if areTruths { return true }
        guard let leftEnd = numberEnd(left, begin), let rightEnd = numberEnd(right, begin) else { return false }
        return isDifferent(left, begin, leftEnd, right, rightEnd)
    }

    /// The end of a number without exponent; nil if there is none, or one that can be zero with a sign.
    private static func numberEnd(_ text: UnsafeBufferPointer<UInt8>, _ begin: Int) -> Int? {
        var index = begin
        var isZero = true
        while index < text.count, isNumeric(text[index]) {
            let byte = text[index]
            if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") { return nil }
            if byte >= UInt8(ascii: "1") { isZero = false }
            index &+= 1
        }
        return index == begin || isZero && text[begin] == UInt8(ascii: "-") ? nil : index
    }

    @inline(__always)
    private static func isNumeric(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
    }

    /// Whether two tokens from one place differ in more than the zeros at the end of their decimals.
    private static func isDifferent(
        _ left: UnsafeBufferPointer<UInt8>,
        _ begin: Int,
        _ leftEnd: Int,
        _ right: UnsafeBufferPointer<UInt8>,
        _ rightEnd: Int
    ) -> Bool {
        let (leftEnd, rightEnd) = (end(left, begin, leftEnd), end(right, begin, rightEnd))
        if leftEnd != rightEnd { return true }
        var index = begin
        while index < leftEnd {
            if left[index] != right[index] { return true }
            index &+= 1
        }
        return false
    }

    /// The end of a token without the zeros at the end of its decimals.
    private static func end(_ text: UnsafeBufferPointer<UInt8>, _ begin: Int, _ end: Int) -> Int {
        guard end > begin, text[end &- 1] == UInt8(ascii: "0") else { return end }
        var point = end
        while point > begin, text[point &- 1] != UInt8(ascii: ".") { point &-= 1 }
        // Without a point before them they are no decimals.
        if point == begin { return end }
        var end = end
        while end > point, text[end &- 1] == UInt8(ascii: "0") { end &-= 1 }
        return end == point ? point &- 1 : end
    }
}
