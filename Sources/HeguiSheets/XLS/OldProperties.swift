/// Finds out whether an old workbook has properties that only copies and reports of ours have, which
/// a program keeps that saves one in the old format.
enum OldProperties {
    /// The stream that holds the properties which a user gave.
    static let stream = "\u{5}DocumentSummaryInformation"

    /// What the section of those properties is called.
    private static let section: [UInt8] = [
        0x05, 0xD5, 0xCD, 0xD5, 0x9C, 0x2E, 0x1B, 0x10, 0x93, 0x97, 0x08, 0x00, 0x2B, 0x2C, 0xF9,
        0xAE,
    ]

    /// Returns whether a name in the section of a stream of properties is one of ours.
    static func isOwn(_ stream: [UInt8]) -> Bool {
        guard let place = stream.firstRange(of: section), let start = stream.long(place.upperBound),
            start < stream.count
        else { return false }
        let narrow = Array(OwnProperties.prefix.utf8)
        let wide = narrow.flatMap { byte -> [UInt8] in [byte, 0] }
        let names = stream[start...]
        return names.firstRange(of: narrow) != nil || names.firstRange(of: wide) != nil
    }
}
