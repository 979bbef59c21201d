#if SQLite
/// That what was kept cannot be read: the file was changed by somebody else, or the disk damaged it.
struct StoredFormDamage: Error {
    let what: String
}
#endif
