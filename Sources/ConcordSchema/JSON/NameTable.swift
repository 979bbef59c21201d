/// The numbers of a fixed set of names, found from their bytes without allocating.
///
/// A table is made once and never freed, so looking something up counts no references.
package struct NameTable: @unchecked Sendable {
    // Sound: the memory is written in the initialiser and never after.
    private let names: UnsafePointer<UnsafeBufferPointer<UInt8>>

    /// How many bytes each name takes with its quotes and its colon; 0 if it can be written in several ways.
    private let heads: UnsafePointer<Int>

    /// Numbers by hash of the name; `0xFFFF` is an empty place.
    private let places: UnsafePointer<UInt16>
    private let mask: Int

    /// A table of names.
    ///
    /// - Parameter names: Different names; the number of each is its place here.
    package init(_ names: [String]) {
        precondition(names.count < 0xFFFF, "a table of names holds at most 65,534")
        var size = 8
        while size < names.count * 3 { size *= 2 }
        let places = UnsafeMutablePointer<UInt16>.allocate(capacity: size)
        places.initialize(repeating: 0xFFFF, count: size)
        let copies = UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>.allocate(capacity: max(names.count, 1))
        let heads = UnsafeMutablePointer<Int>.allocate(capacity: max(names.count, 1))
        heads.initialize(repeating: 0, count: max(names.count, 1))
        for (index, name) in names.enumerated() {
            // As a compact writer writes it, so that a member that is expected is found by one comparison.
            let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(name.utf8.count + 3, 8))
            bytes.initialize(repeating: 0)
            bytes[0] = UInt8(ascii: "\"")
            _ = bytes[1...].update(fromContentsOf: Array(name.utf8))
            bytes[name.utf8.count + 1] = UInt8(ascii: "\"")
            bytes[name.utf8.count + 2] = UInt8(ascii: ":")
            let copy = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(bytes)[1..<name.utf8.count + 1])
            (copies + index).initialize(to: copy)
            let hasOneForm = name.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
            heads[index] = hasOneForm ? name.utf8.count + 3 : 0
            var place = Self.hash(copy) & (size - 1)
            while places[place] != 0xFFFF { place = (place + 1) & (size - 1) }
            places[place] = UInt16(index)
        }
        self.names = UnsafePointer(copies)
        self.heads = UnsafePointer(heads)
        self.places = UnsafePointer(places)
        mask = size - 1
    }

    @inline(__always)
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        guard let bytes = name.baseAddress, name.count > 0 else { return 0 }
        let length = name.count
        return length &* 31 &+ Int(bytes[0]) &* 7 &+ Int(bytes[length >> 1]) &* 13 &+ Int(bytes[length &- 1]) &* 5
            &+ Int(bytes[length >> 2]) &* 17
    }

    /// The number of the name with these bytes, or nil.
    @inline(__always)
    package func number(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        var place = Self.hash(name) & mask
        while true {
            let number = places[place]
            if number == 0xFFFF { return nil }
            let candidate = names[Int(number)]
            if candidate.count == name.count, isSame(candidate, name) { return Int(number) }
            place = (place &+ 1) & mask
        }
    }

    /// Whether a name stands at an address, written with its quotes and its colon as a compact writer writes it.
    ///
    /// - Parameters:
    ///   - number: The name's number.
    ///   - place: The address.
    ///   - end: Where the document ends.
    /// - Returns: How many bytes that are; 0 if something else stands there, or it is written otherwise.
    @inline(__always)
    func length(of number: Int, at place: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>) -> Int {
        let length = heads[number]
        guard length > 0, end - place > length &+ 8 else { return 0 }
        let (here, there) = (UnsafeRawPointer(place), UnsafeRawPointer(names[number].baseAddress.unsafelyUnwrapped - 1))
        guard length >= 8 else {
            let mask: UInt64 = (1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1
            let difference = here.loadUnaligned(as: UInt64.self) ^ there.loadUnaligned(as: UInt64.self)
            // The first byte of a word in memory is its lowest only on little-endian machines.
            return UInt64(littleEndian: difference) & mask == 0 ? length : 0
        }
        var index = 0
        while index &+ 8 <= length {
            guard
                (here + index).loadUnaligned(as: UInt64.self) == (there + index).loadUnaligned(as: UInt64.self)
            else { return 0 }
            index &+= 8
        }
        let last = length &- 8
        return (here + last).loadUnaligned(as: UInt64.self) == (there + last).loadUnaligned(as: UInt64.self)
            ? length : 0
    }

    @inline(__always)
    private func isSame(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count >= 8, let first = left.baseAddress, let second = right.baseAddress else {
            for index in 0..<left.count where left[index] != right[index] { return false }
            return true
        }
        let (here, there) = (UnsafeRawPointer(first), UnsafeRawPointer(second))
        var index = 0
        while index &+ 8 <= left.count {
            guard
                (here + index).loadUnaligned(as: UInt64.self) == (there + index).loadUnaligned(as: UInt64.self)
            else { return false }
            index &+= 8
        }
        // The last eight bytes once more, overlapping, instead of a loop over the rest.
        let last = left.count &- 8
        return (here + last).loadUnaligned(as: UInt64.self) == (there + last).loadUnaligned(as: UInt64.self)
    }
}
