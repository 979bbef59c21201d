import ConcordAdapters
extension QueuedException { func jsonText() -> String { headline } }
