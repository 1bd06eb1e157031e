/// A table of a document with the text around it that belongs to it.
struct DocumentForm {
    /// Titles and labels above the table, from the headers of the page first.
    var above: [DocumentLine] = []
    var rows: [DocumentRow] = []
    /// Notes and signatures below it.
    var below: [DocumentLine] = []
    /// The numbers of the document's tables that it is written in, one behind the other.
    var numbers: ClosedRange<Int>

    /// The name of the table among those of the document: 表2, 表2至3.
    var name: String {
        let (first, last) = (numbers.lowerBound, numbers.upperBound)
        return first == last ? "表\(first)" : "表\(first)至\(last)"
    }

    /// Whether a table goes on with this one, behind a break of the page that somebody has made: it
    /// repeats its headings, or goes on with its running number.
    func goesOn(in table: DocumentTable, behind lines: [DocumentLine]) -> Bool {
        let known = Set(above.map(\.compact))
        let isApart = lines.contains { line in
            !line.isBlank && !line.isContinuation
                && (!known.contains(line.compact) || line.compact.contains { ":：".contains($0) })
        }
        guard !isApart, let first = table.rows.first else { return false }
        let texts = first.compactTexts
        let repeats = rows.prefix(Self.mostHeadings).contains { $0.compactTexts == texts }
        if repeats { return texts.count > 2 && !texts.contains("") }
        guard lines.allSatisfy({ $0.isBlank || $0.isContinuation }),
            let last = rows.last(where: { $0.runningNumber != nil }),
            last.cells.count == first.cells.count, last.cells.count > 2
        else { return false }
        return first.runningNumber == last.runningNumber.map { $0 + 1 }
    }

    /// What its lines and its first rows say, without blanks.
    var said: Set<String> {
        Set((above + below).map(\.compact) + rows.prefix(Self.mostHeadings).flatMap(\.compactTexts))
    }

    /// The rows among which the headings of a table stand.
    private static let mostHeadings = 6
}

extension DocumentRow {
    fileprivate var compactTexts: [String] {
        cells.map { $0.text.filter { !$0.isWhitespace } }
    }

    fileprivate var runningNumber: Int? {
        guard let text = cells.first?.text, text.utf8.count < 6 else { return nil }
        return Int(text.trimmingBlanks)
    }
}

extension DocumentLine {
    /// Whether it says that a table goes on: 续表, （续上表）, 附件3（续）; or is the number of a page.
    fileprivate var isContinuation: Bool {
        let text = compact.filter { !"（）()—-–－·".contains($0) }
        if text.count <= 15, text.contains("续") { return true }
        return text.allSatisfy { $0.isNumber || "第页共/".contains($0) }
    }
}
