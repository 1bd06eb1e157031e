import HeguiDiagnostics
import HeguiPack
package import HeguiReview
package import HeguiSheets

/// The sheet that goes back to whoever handed a file in: what is said of the whole file, what to do,
/// and room for the reply.
package struct FileCover {
    private let review: Review
    private let notes: CellNotes
    private let name: String
    private let format: String?
    private let say: Speaker

    /// The columns: number, level, place, finding, what to do, reply, date.
    private static let widths = [5, 9, 13, 44, 30, 26, 12]
    private static let size = 10

    /// - Parameters:
    ///   - review: the review that `notes` are from.
    ///   - notes: what is said of the file.
    ///   - name: what whoever handed the file in knows it by.
    ///   - format: what the file is, where the copy is of another kind.
    package init(_ review: Review, _ notes: CellNotes, name: String, format: String?) {
        self.review = review
        self.notes = notes
        self.name = name
        self.format = format
        say = notes.words.say
    }

    private var language: Language { say.language }

    package var sheet: CoverSheet {
        let footer = language == .chinese ? "&C&9第 &P 页，共 &N 页" : "&C&9page &P of &N"
        var sheet = CoverSheet(
            name: shown(say("封面", "Cover")), widths: Self.widths, footer: footer)
        sheet.rows = head
        sheet.rows.append(row(columns.map { ($0, heading, 1) }))
        sheet.heading = sheet.rows.count
        for (number, finding) in ordered.enumerated() {
            sheet.rows.append(row(of: finding, number: number + 1))
        }
        sheet.rows += tail
        return sheet
    }

    private var columns: [DataText] {
        [
            say("序号", "no."), say("级别", "level"), say("位置", "cell"), say("疑点", "finding"),
            say("办理要求", "what to do"), say("答复/整改情况", "reply"), say("日期", "date"),
        ]
    }

    /// The weightiest first, then by place; what is in no cell comes last of its weight.
    private var ordered: [FileFinding] {
        let findings = notes.findings
        return findings.indices.sorted { left, right in
            let (first, second) = (findings[left], findings[right])
            if first.tone != second.tone { return first.tone > second.tone }
            guard let one = first.cells.first, let other = second.cells.first else {
                return first.cells.count == second.cells.count
                    ? left < right : first.cells.count > second.cells.count
            }
            return (one.sheet ?? "", one.row, one.column ?? 0, left)
                < (other.sheet ?? "", other.row, other.column ?? 0, right)
        }.map { findings[$0] }
    }

    private func row(of finding: FileFinding, number: Int) -> CoverSheet.Row {
        var level = centred
        level.fill = finding.tone.fill
        return row([
            ("\(number)", centred, 1), (finding.mark, level, 1), (place(of: finding), body, 1),
            (([finding.title] + finding.lines).joined(separator: "\n"), body, 1),
            (finding.remedy ?? remedy(of: finding.tone), body, 1),
            ("", body, 1), ("", body, 1),
        ])
    }

    private func remedy(of tone: CellNote.Tone) -> DataText {
        tone == .open
            ? say("补填或写清楚后重新报送", "fill it in or write it clearly, and hand it in again")
            : say("核实后改正或说明", "verify, then correct or explain")
    }

    /// The cells without the file, which stands above the list, and without rows of which a cell is named.
    private func place(of finding: FileFinding) -> DataText {
        let named = Set(
            finding.cells.filter { $0.column != nil }.map { [$0.sheet ?? "", "\($0.row)"] })
        let cells = finding.cells.filter {
            $0.column != nil || !named.contains([$0.sheet ?? "", "\($0.row)"])
        }
        guard !cells.isEmpty else { return say("不在单元格中", "in no cell") }
        var text: DataText = ""
        var last: CellAddress?
        for cell in cells.prefix(3) {
            if last != nil { text += say("、", ", ") }
            if let sheet = cell.sheet, sheet != last?.sheet { text += "\(sheet) " }
            text += say.reference(of: cell)
            last = cell
        }
        let more = cells.count - 3
        return more > 0 ? text + say(" 等 \(cells.count) 处", " and \(more) more") : text
    }

    // MARK: - Above and below the list

    private var head: [CoverSheet.Row] {
        var title = CellLook()
        (title.size, title.isBold, title.alignment, title.hasBorder) = (16, true, .centre, false)
        title.font = font
        var muted = title
        (muted.size, muted.isBold, muted.ink) = (Self.size, false, "FF57606A")
        let all = [notes.countWords, notes.wholeWords].filter { !$0.isEmpty }
            .joined(separator: " · ")
        return [
            row([(say("审查意见和答复表", "Findings and replies"), title, 7)]),
            row([(say(review.pack.title), muted, 7)]),
            row([
                (say("单位", "owner"), heading, 2), (owners, body, 2),
                (say("文件", "file"), heading, 1),
                (DataText(name), body, 2),
            ]),
            row([
                (say("截至", "as of"), heading, 2), ("\(review.asOf)", body, 2),
                (say("疑点", "findings"), heading, 1), (all, body, 2),
            ]),
            row([(say("说明", "how to reply"), heading, 2), (instruction, body, 5)]),
        ]
    }

    private var instruction: DataText {
        let copy = format.map { name in
            say(
                "本副本由 \(name) 转成，单元格内容和位置与原件相同；原件没有改动。",
                " This copy was made from \(name), with the same cells; the original is unchanged.")
        }
        return say(
            "各项均为疑点，待核实。请对照原件逐项核实：确有差错的，在原件上改正后重新报送；没有差错的，在“答复/整改情况”一栏说明。"
                + "位置一栏的单元格在后面的表中已标色，批注写明要求。",
            "Each item is to be verified. Where it is right, correct the original and hand it in again; "
                + "where it is not, say why under “reply”. The cells are coloured in the sheets behind, "
                + "with a comment each.") + (copy ?? "")
    }

    /// Whose annexes the file holds.
    private var owners: DataText {
        var seen: Set<String> = []
        let names = review.material.filter { item in
            item.state != .notReceived && item.sources.contains { $0.file == notes.file }
        }.map(\.owner.name).filter { seen.insert($0).inserted }
        guard !names.isEmpty else { return "—" }
        let shown = names.prefix(5).map { DataText($0) }.joined(separator: say("、", ", "))
        let more = names.count - 5
        return more > 0 ? shown + say(" 等 \(names.count) 个", " and \(more) more") : shown
    }

    private var tail: [CoverSheet.Row] {
        var rows: [CoverSheet.Row] = []
        let left = notes.findingCount - notes.findings.count
        if left > 0 {
            rows.append(
                row([(say("另有 \(left) 项未列出，见批注", "\(left) more are in comments"), body, 7)]))
        }
        var plain = body
        plain.hasBorder = false
        let signature = say(
            "填报人：　　　　　　　　　　负责人：　　　　　　　　　　（单位盖章）　　　　　　年　　月　　日",
            "Prepared by:                              Responsible:                              Date:"
        )
        rows.append(CoverSheet.Row([CoverSheet.Cell("", plain, span: 7)], height: 12))
        rows.append(row([(signature, plain, 7)]))
        return rows
    }

    // MARK: - Cells

    private var font: String { language == .chinese ? "宋体" : "Calibri" }

    private var body: CellLook {
        var look = CellLook()
        (look.size, look.font) = (Self.size, font)
        return look
    }

    private var centred: CellLook {
        var look = body
        look.alignment = .centre
        return look
    }

    private var heading: CellLook {
        var look = centred
        (look.isBold, look.fill) = (true, "FFE8EDF3")
        return look
    }

    /// A row as high as its texts need: programs differ in whether they find that out by themselves.
    private func row(_ cells: [(text: DataText, look: CellLook, span: Int)]) -> CoverSheet.Row {
        var column = 0
        var height = 0
        let written = cells.map { cell in
            let width = Self.widths[column..<column + cell.span].reduce(0, +)
            column += cell.span
            let text = notes.shown(cell.text)
            // Widths count digits of eleven points, and some room is left at both sides.
            let room = max(1, width * 11 / cell.look.size - 2)
            let lines = text.lines.reduce(0) { $0 + max(1, ($1.width + room - 1) / room) }
            height = max(height, lines * (cell.look.size * 3 / 2) + 6)
            return CoverSheet.Cell(text.string, cell.look, span: cell.span)
        }
        return CoverSheet.Row(written, height: min(409, max(20, height)))
    }

    private func shown(_ text: DataText) -> String {
        notes.shown(text).string
    }
}
