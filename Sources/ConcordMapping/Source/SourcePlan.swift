internal import ConcordSchema
private import Synchronization

/// The members of a vendor's object that a mapping names, made ready to be found in one pass.
///
/// A source pointer is resolved to a slot once, when the mapping is made; reading an object fills the slots and notes what
/// no pointer names. There is no tree of the object and no dictionary of its values.
final class SourcePlan: Sendable {
    /// One level of the object: names, and what is behind each.
    final class Level: @unchecked Sendable {
        // Sound: the places are written in the initialiser and never after.

        let names: NameTable

        /// What is behind each name: the slot that takes its value, or, counted down from -1, a level within.
        let places: UnsafePointer<Int>
        let inner: [Level]

        /// By the number of a name, counted from 1: the number of the name that stood behind it last time; first of all,
        /// the one that came first.
        ///
        /// A vendor writes the members of its objects in one order, whatever it is. A guess that is wrong costs a
        /// comparison, so it does not matter which of several readers left it here.
        private let followers: UnsafeMutablePointer<Atomic<UInt16>>

        /// The level's pointer.
        let title: String

        init(title: String, _ entries: [(name: String, entry: Entry)]) {
            self.title = title
            names = NameTable(entries.map(\.name))
            var inner: [Level] = []
            let places = UnsafeMutablePointer<Int>.allocate(capacity: max(entries.count, 1))
            for (index, (_, entry)) in entries.enumerated() {
                switch entry {
                case .slot(let slot): (places + index).initialize(to: slot)
                case .level(let level):
                    inner.append(level)
                    (places + index).initialize(to: -inner.count)
                }
            }
            self.inner = inner
            self.places = UnsafePointer(places)
            followers = .allocate(capacity: entries.count + 1)
            for index in 0...entries.count {
                (followers + index).initialize(to: Atomic(UInt16(min(index, max(entries.count - 1, 0)))))
            }
        }

        deinit {
            places.deallocate()
            followers.deallocate()
        }

        /// The number of the name that is expected behind another; -1 stands for the beginning.
        @inline(__always)
        func follower(of number: Int) -> Int {
            Int(followers[number &+ 1].load(ordering: .relaxed))
        }

        /// Remembers which name stood behind another.
        func note(_ follower: Int, behind number: Int) {
            followers[number &+ 1].store(UInt16(truncatingIfNeeded: follower), ordering: .relaxed)
        }
    }

    enum Entry {
        /// The value goes into a slot as it is.
        case slot(Int)
        /// The value's own members are named.
        case level(Level)
    }

    let root: Level
    let pointers: [String]

    /// A plan for the given pointers, each once.
    init(_ pointers: [String]) {
        self.pointers = pointers
        let paths = pointers.enumerated()
            .map { number, pointer in
                // What stands around an object is never found in it.
                (number: number, names: pointer.hasPrefix("^") ? [] : pointer.pointerNames)
            }
        func level(_ paths: [(number: Int, names: [String])], depth: Int, title: String) -> Level {
            var order: [String] = []
            var groups: [String: [(number: Int, names: [String])]] = [:]
            for path in paths {
                if groups[path.names[depth]] == nil { order.append(path.names[depth]) }
                groups[path.names[depth], default: []].append(path)
            }
            return Level(
                title: title,
                order.map { name in
                    let group = groups[name] ?? []
                    if let whole = group.first(where: { $0.names.count == depth + 1 }) {
                        return (name, .slot(whole.number))
                    }
                    return (name, .level(level(group, depth: depth + 1, title: title.pointer(to: name))))
                }
            )
        }
        root = level(paths.filter { !$0.names.isEmpty }, depth: 0, title: "")
    }
}
