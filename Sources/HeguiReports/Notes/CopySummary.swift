package import HeguiDiagnostics
import HeguiPack
package import HeguiTables

extension CellNotes {
    /// `强制性 3 · 无法判定 2`: how many findings are marked.
    var countWords: DataText {
        let say = words.say
        let levels = Level.byWeight.filter { counts[$0, default: 0] > 0 }
            .map { "\(say($0)) \(counts[$0, default: 0])" as DataText }
        let open = say("无法判定 \(openCount)", "undetermined \(openCount)")
        return (levels + (openCount > 0 ? [open] : [])).joined(separator: " · ")
    }

    /// `不在单元格中 2`: how many findings no cell shows; empty for none.
    var wholeWords: DataText {
        let count = wholeCounts.values.reduce(0, +)
        return count > 0 ? words.say("不在单元格中 \(count)", "in no cell \(count)") : ""
    }

    /// What became of the file in a line or two, each with its line break.
    package func summary(cellCount: Int, path: String, hasCover: Bool = false) -> MaskedText {
        let say = words.say
        let isListed = hasCover && !wholeWords.isEmpty
        let all = [countWords, isListed ? wholeWords : ""].filter { !$0.isEmpty }
            .joined(separator: " · ")
        var text =
            cellCount == 0 && !isListed
            ? say("没有需要标注的单元格\n", "no cell had to be marked\n")
            : say(
                "标注了 \(cellCount) 个单元格（\(all)）：\(path)\n",
                "marked \(cellCount) cells (\(all)): \(path)\n")
        if elsewhere > 0, !hasCover {
            text += say(
                "这些单位另有 \(elsewhere) 项问题不在本文件的单元格中，见 hegui review\n",
                "\(elsewhere) findings of these units are in no cell of this file; "
                    + "see hegui review\n")
        }
        if left > 0 {
            text += say(
                "单元格太多，另有 \(left) 项没有标注\n", "too many cells: \(left) findings are not marked\n")
        }
        return redaction.masked(text).visibleLines
    }
}

/// Says of files what became of them, where there is no copy that says it.
package struct CopySummary {
    private let say: Speaker
    private let redaction: Redaction

    package init(_ language: Language, _ redaction: Redaction) {
        say = Speaker(language)
        self.redaction = redaction
    }

    /// Says that a copy is of another kind than the file.
    package func otherKind(_ format: String) -> MaskedText {
        redaction.masked(
            say(
                "  原件是 \(format)，没有改动；副本是单元格相同的 .xlsx，只有值，没有公式\n",
                "  the original is \(format) and unchanged; the copy is an .xlsx with the same cells, "
                    + "values without formulas\n")
        ).visibleLines
    }

    /// Lists the files without findings, and those that were not read with the reason; says how many
    /// violations no copy tells of.
    package func others(_ files: [FileAccount], untold: Int) -> MaskedText {
        let clean = files.filter { $0.notRead == nil }
        let unread = files.filter { $0.notRead != nil }
        var text: DataText = ""
        if !clean.isEmpty {
            text += say(
                "没有疑点，不写副本（\(clean.count) 个）：\n",
                "without findings, no copy (\(clean.count)):\n")
            for file in clean { text += "  \(DataText(file.file).oneLine)\n" }
        }
        if !unread.isEmpty {
            text += say("没有读取（\(unread.count) 个）：\n", "not read (\(unread.count)):\n")
            for file in unread {
                let reason = say(file.notRead) ?? ""
                text += say(
                    "  \(DataText(file.file).oneLine)：\(reason)\n",
                    "  \(DataText(file.file).oneLine): \(reason)\n")
            }
        }
        if untold > 0 {
            text += say(
                "另有 \(untold) 项疑点不在任何副本中，见 hegui review\n",
                "\(untold) findings are in no copy; see hegui review\n")
        }
        return redaction.masked(text).visibleLines
    }
}
