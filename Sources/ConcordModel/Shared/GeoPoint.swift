public import ConcordSchema
public import ConcordValues

/// A point on the earth, in degrees of WGS 84.
public struct GeoPoint: Composite {
    /// Degrees to the north of the equator; negative to the south.
    public var latitude: ExactDecimal

    /// Degrees to the east of Greenwich; negative to the west.
    public var longitude: ExactDecimal

    /// A point.
    ///
    /// - Parameters:
    ///   - latitude: Degrees to the north of the equator; negative to the south.
    ///   - longitude: Degrees to the east of Greenwich; negative to the west.
    public init(latitude: ExactDecimal, longitude: ExactDecimal) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// The declaration of a point.
    public static let schema = RecordSchema(
        "geo-point",
        "A point on the earth, in degrees of WGS 84.",
        blank: GeoPoint(latitude: .placeholder, longitude: .placeholder)
    ) {
        Field("latitude", \.latitude, "Degrees to the north of the equator; negative to the south.", unit: .degree)
        Field("longitude", \.longitude, "Degrees to the east of Greenwich; negative to the west.", unit: .degree)
    }
}
