/// The numbers of a fixed set of names, found from their bytes without allocating.
///
/// A table is made once and never freed, so looking something up counts no references.
package struct NameTable: @unchecked Sendable {
    // Sound: the memory is written in the initialiser and never after.
    private let names: UnsafePointer<UnsafeBufferPointer<UInt8>>

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
        for (index, name) in names.enumerated() {
            let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(name.utf8.count, 8))
            _ = bytes.initialize(from: name.utf8)
            let copy = UnsafeBufferPointer(start: bytes.baseAddress, count: name.utf8.count)
            (copies + index).initialize(to: copy)
            var place = Self.hash(copy) & (size - 1)
            while places[place] != 0xFFFF { place = (place + 1) & (size - 1) }
            places[place] = UInt16(index)
        }
        self.names = UnsafePointer(copies)
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
