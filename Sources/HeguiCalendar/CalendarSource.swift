/// The document that fixed a year's holidays and swapped working days.
public struct CalendarSource: Hashable, Sendable {
    /// The document's number, such as `国办发明电〔2012〕33号`, where it is known.
    public let number: String?

    /// The document's title, or the name of the collection from which the days were taken.
    public let title: String

    /// The day on which the document was issued, where it is known.
    public let issued: Day?

    /// Returns a source with the given parts.
    public init(number: String? = nil, title: String, issued: Day? = nil) {
        self.number = number
        self.title = title
        self.issued = issued
    }
}
