#if SQLite
import GRDB
import GRDBSQLite

/// Statements are prepared and kept by GRDB, and bound and stepped here: texts by their length, so that one with a zero
/// in it comes back whole, and bytes as they are.
extension Database {
    /// Runs a statement that gives nothing.
    ///
    /// - Returns: How many rows it changed.
    @discardableResult
    func run(_ sql: StaticString, _ values: SQLValue...) throws -> Int {
        try each("\(sql)", values) { _ in true }
        return changesCount
    }

    /// The first row of a statement.
    func first<Value>(_ sql: StaticString, _ values: SQLValue..., row: (SQLRow) throws -> Value) throws -> Value? {
        var found: Value?
        try each("\(sql)", values) { current in
            found = try row(current)
            return false
        }
        return found
    }

    /// All rows of a statement.
    func all<Value>(_ sql: StaticString, _ values: SQLValue..., row: (SQLRow) throws -> Value) throws -> [Value] {
        try all("\(sql)", values, row: row)
    }

    /// All rows of a statement that was put together.
    func all<Value>(_ sql: String, _ values: [SQLValue], row: (SQLRow) throws -> Value) throws -> [Value] {
        var found: [Value] = []
        try each(sql, values) { current in
            found.append(try row(current))
            return true
        }
        return found
    }

    /// Steps through the rows of a statement until the closure says that it has enough.
    private func each(_ sql: String, _ values: [SQLValue], _ body: (SQLRow) throws -> Bool) throws {
        let statement = try cachedStatement(sql: sql).sqliteStatement
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (index, value) in values.enumerated() {
            try check(Self.bind(value, to: statement, at: Int32(index + 1)), of: statement)
        }
        let row = SQLRow(statement: statement)
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { return }
            if code != SQLITE_ROW { try check(code, of: statement) }
            guard try body(row) else { return }
        }
    }

    private static func bind(_ value: SQLValue, to statement: OpaquePointer, at index: Int32) -> Int32 {
        // SQLite copies what it is given here.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: return sqlite3_bind_null(statement, index)
        case .integer(let number): return sqlite3_bind_int64(statement, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    // No bytes may have no address, which SQLite would take for null.
                    guard let address = characters.baseAddress else {
                        return sqlite3_bind_text(statement, index, "", 0, copied)
                    }
                    return sqlite3_bind_text(statement, index, address, Int32(clamping: characters.count), copied)
                }
            }
        case .bytes(let bytes):
            return bytes.withUnsafeBytes { bytes in
                guard let address = bytes.baseAddress, !bytes.isEmpty else {
                    return sqlite3_bind_zeroblob(statement, index, 0)
                }
                return sqlite3_bind_blob64(statement, index, address, UInt64(bytes.count), copied)
            }
        }
    }

    private func check(_ code: Int32, of statement: OpaquePointer) throws {
        if code == SQLITE_OK { return }
        let message = sqlite3_db_handle(statement).flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
}
#endif
