/// Texts of ordinary ideographs, in which no reader of lists or events finds anything but a word:
/// they hold no number, no word for a time or a count, and none that joins two things.
enum PlainWords {
    /// Whether a text is nothing but such a word.
    static func isWord(_ text: some Collection<Unicode.Scalar>) -> Bool {
        !text.isEmpty && text.allSatisfy(isPlain)
    }

    static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        ideographs.contains(scalar.value) && plain[Int(scalar.value - ideographs.lowerBound)]
    }

    private static let ideographs: ClosedRange<UInt32> = 0x4E00...0x9FFF

    /// By ideograph.
    private static let plain: [Bool] = ideographs.map { value in
        Unicode.Scalar(value).map { !others.contains($0) && !ChineseNumeral.isPart($0) } ?? false
    }

    /// Parts of dates, of counts and of words that join, and the one that people type for a box.
    private static let others = Set(
        "年月日号初底末旬季度份周时午至到元第其是项个类种次场回等共每逢和及兼与并跟暨另又再于以还外囗口"
            .unicodeScalars)
}
