internal import ConcordSchema

/// The way from a document's root to one of its values.
///
/// A step knows the one before it, so a document's paths take no more memory than its values, however deep they are.
final class ConfigurationPath: Sendable {
    private let parent: ConfigurationPath?
    private let step: RecordPath.Step

    init(_ parent: ConfigurationPath?, _ step: RecordPath.Step) {
        self.parent = parent
        self.step = step
    }

    /// The steps from the root.
    var steps: [RecordPath.Step] {
        var steps = [step]
        var next = parent
        while let path = next {
            steps.append(path.step)
            next = path.parent
        }
        return steps.reversed()
    }
}
