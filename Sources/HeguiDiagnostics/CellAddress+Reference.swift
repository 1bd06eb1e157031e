extension CellAddress {
    /// Returns the letters of a 1-based column as spreadsheets show them: 1 is `A`, 27 is `AA`.
    ///
    /// Empty for numbers below 1.
    package static func letters(ofColumn number: Int) -> String {
        var letters: [Character] = []
        var rest = number
        while rest > 0 {
            rest -= 1
            letters.append(Character(Unicode.Scalar(UInt8(0x41 + rest % 26))))
            rest /= 26
        }
        return String(letters.reversed())
    }

    /// Returns the 1-based column of `letters` (`A`, `aa`), or nil if they are no column's letters.
    package static func column(ofLetters letters: some StringProtocol) -> Int? {
        guard !letters.isEmpty, letters.utf8.count <= 7 else { return nil }
        var number = 0
        for byte in letters.utf8 {
            let upper = byte & ~0x20
            guard (0x41...0x5A).contains(upper) else { return nil }
            number = number * 26 + Int(upper - 0x40)
        }
        return number
    }

    /// Returns `C5`, or where a whole row is meant `row 5` / `第 5 行`.
    package func reference(in language: Language) -> String {
        if let column { return Self.letters(ofColumn: column) + String(row) }
        switch language {
        case .chinese: return "第 \(row) 行"
        case .english: return "row \(row)"
        }
    }
}
