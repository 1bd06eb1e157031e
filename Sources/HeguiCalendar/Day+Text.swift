extension Day: LosslessStringConvertible {
    /// Returns the day written as `2013-01-10`: four, two and two ASCII digits, nothing else;
    /// nil for any other text and for a day that does not exist.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.map(\.utf8.count) == [4, 2, 2],
            let year = Int(decimal: parts[0]), let month = Int(decimal: parts[1]),
            let day = Int(decimal: parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day in ISO form: `2013-01-10`.
    public var description: String {
        Month(containing: self).description + "-" + day.padded(to: 2)
    }
}
