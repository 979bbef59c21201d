extension CodeList {
    /// The code that somebody who wrote a text probably meant, or `nil` if none is near; for messages.
    ///
    /// Case, spaces, hyphens and underscores are not counted, so `Over Time` is `overtime`. Beyond that, up to a third of
    /// the letters may be missing, superfluous, wrong, or swapped with their neighbour. Of codes that are equally near,
    /// the one listed first is taken.
    ///
    /// - Parameter text: The text; nothing is near one of more than 64 bytes.
    /// - Returns: The code, as it is listed.
    public func nearest(to text: String) -> String? {
        NearestName.find(text, among: self)
    }
}
