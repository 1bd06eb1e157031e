internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets

/// Which annex the name of a file, a folder or a sheet says: `附件3-甲局.xls`, `附件三/甲局.pdf`.
struct FormNames {
    private struct Word {
        let text: String
        /// Nil for the name of a register, which no annex has.
        let annex: String?
    }

    private let words: [Word]

    init(_ pack: Pack) {
        var words: [Word] = []
        for annex in pack.annexes {
            let title = annex.title.text(in: .chinese)
            let parts = title.split(separator: " ").map(String.init)
            var names = [
                annex.id, title, annex.title.text(in: .english), annex.refill?.title ?? "",
            ]
            names += parts.filter { $0.contains { $0.isNumber } || $0.count >= 4 }
            names += annex.titleWords.filter { $0.count >= 4 }
            words += names.map { Word(text: FormNames.plain($0), annex: annex.id) }
        }
        for dataset in pack.datasets {
            words.append(
                Word(text: FormNames.plain(dataset.title.text(in: .chinese)), annex: nil))
        }
        self.words = words.filter { $0.text.count >= 3 }
    }

    /// Returns the id of the one annex that a name says, by its longest word.
    func annex(in name: String) -> String? {
        let parts = name.split { !$0.isLetter }.map { FormNames.plain(String($0)) }
        let name = FormNames.plain(name)
        let found = words.filter { FormNames.holds(name, $0.text) }
        guard let longest = found.map(\.text.count).max() else { return annex(endingIn: parts) }
        let annexes = Set(found.filter { $0.text.count == longest }.map(\.annex))
        return annexes.count == 1 ? annexes.first ?? nil : nil
    }

    /// The one annex whose name ends in a part of a name: 党费收缴登记表 in `收缴登记表-三月`.
    private func annex(endingIn parts: [String]) -> String? {
        for part in parts where part.count >= 3 {
            let annexes = Set(words.filter { $0.text.hasSuffix(part) }.map(\.annex))
            if annexes.count == 1, let annex = annexes.first { return annex }
        }
        return nil
    }

    /// Whether a name holds a word; `附件1` is not in `附件12`.
    private static func holds(_ name: String, _ word: String) -> Bool {
        name.ranges(of: word).contains { range in
            guard word.last?.isNumber == true, range.upperBound < name.endIndex else { return true }
            return !name[range.upperBound].isNumber
        }
    }

    /// The name in lower case without blanks and signs, with the number of an annex in digits.
    private static func plain(_ text: String) -> String {
        var plain = ""
        for character in text.compact.lowercased().replacing("附表", with: "附件")
        where character.isLetter || character.isNumber {
            let digit = character.unicodeScalars.first.flatMap { ChineseNumeral.digit($0) }
            if plain.hasSuffix("附件"), let digit {
                plain += String(digit)
            } else {
                plain.append(character)
            }
        }
        return plain
    }
}

/// The parts of a file's name by which it tells what it is and whose.
struct FileName {
    /// The last part, without its ending.
    let base: String
    /// In lower case, without the dot.
    let ending: String
    /// From the innermost outwards.
    let folders: [String]

    init(_ name: String) {
        let parts = PackedName.parts(of: name)
        let last = parts.last ?? ""
        let dot = last.lastIndex(of: ".") ?? last.endIndex
        base = String(last[..<dot])
        ending = dot == last.endIndex ? "" : last[last.index(after: dot)...].lowercased()
        folders = parts.dropLast().reversed()
    }
}
