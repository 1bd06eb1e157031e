/// Numbers as texts, most of which are small.
enum SmallNumber {
    private static let texts = (0..<100).map { String($0) }

    static func text(_ number: Int32) -> String {
        number >= 0 && number < 100 ? texts[Int(number)] : String(number)
    }
}
