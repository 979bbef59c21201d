@_exported public import ConcordConfiguration
@_exported public import ConcordMapping
@_exported public import ConcordModel
@_exported public import ConcordSchema
@_exported public import ConcordSystems
@_exported public import ConcordValues
