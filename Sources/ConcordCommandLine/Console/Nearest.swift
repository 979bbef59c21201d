import ConcordValues

/// Words for a name that is not there: what is, and which one was probably meant.
enum Nearest {
    /// `; did you mean "Opportunity"?`, or nothing if no name is near.
    static func suggestion(for name: String, among names: [String]) -> String {
        NearestName.find(name, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
    }
}
