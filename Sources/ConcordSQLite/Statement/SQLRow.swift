#if SQLite
import ConcordAdapters
import ConcordConfiguration
import ConcordSchema
import ConcordValues
import GRDBSQLite

/// The row at which a statement stands.
struct SQLRow {
    let statement: OpaquePointer

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    func isSo(_ column: Int32) -> Bool { integer(column) != 0 }

    func text(_ column: Int32) -> String {
        withBytes(column) { String(decoding: $0, as: UTF8.self) }
    }

    func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { Array($0) } }

    func system(_ column: Int32) -> SystemID { SystemID(stringLiteral: text(column)) }

    func instant(_ column: Int32) throws(StoredFormDamage) -> Instant {
        do throws(ValueError) {
            return try Instant(text(column))
        } catch {
            throw StoredFormDamage(what: "\(error)")
        }
    }

    func hash(_ column: Int32) throws(StoredFormDamage) -> ContentHash {
        guard let hash = withBytes(column, { ContentHash(bytes: $0) }) else {
            throw StoredFormDamage(what: "a hash does not have 32 bytes")
        }
        return hash
    }

    /// A value that is kept by its JSON form.
    func form<Form: JSONForm>(_ column: Int32, _: Form.Type = Form.self) throws(StoredFormDamage) -> Form {
        let result: Result<Form, Refusal> = withBytes(column) { bytes in
            Result { () throws(Refusal) in try Form(json: bytes.bindMemory(to: UInt8.self)) }
        }
        do throws(Refusal) {
            return try result.get()
        } catch {
            throw StoredFormDamage(what: "\(Form.self): \(error.issues.map(\.description).joined(separator: "; "))")
        }
    }

    /// Gives the bytes of a text or of bytes to a closure, as long as they are: SQLite's texts may have a zero in them.
    func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let address = sqlite3_column_blob(statement, column)
        return body(UnsafeRawBufferPointer(start: address, count: Int(sqlite3_column_bytes(statement, column))))
    }
}
#endif
