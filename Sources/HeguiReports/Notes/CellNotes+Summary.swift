import HeguiDiagnostics
import HeguiPack

extension CellNotes {
    /// What became of the file in a line or two, each with its line break.
    package func summary(cellCount: Int, path: String) -> String {
        func say(_ zh: String, _ en: String) -> String {
            Message(zh: zh, en: en).text(in: language)
        }
        let levels = Level.byWeight.filter { counts[$0, default: 0] > 0 }
            .map { "\($0.word(in: language)) \(counts[$0, default: 0])" }
        let open = say("无法判定 \(openCount)", "undetermined \(openCount)")
        let parts = (levels + (openCount > 0 ? [open] : [])).joined(separator: " · ")
        var text =
            cellCount == 0
            ? say("没有需要标注的单元格\n", "no cell had to be marked\n")
            : say(
                "标注了 \(cellCount) 个单元格（\(parts)）：\(path)\n",
                "marked \(cellCount) cells (\(parts)): \(path)\n")
        if elsewhere > 0 {
            text += say(
                "这些单位另有 \(elsewhere) 项问题不在本文件的单元格中，见 hegui review\n",
                "\(elsewhere) findings of these units are in no cell of this file; "
                    + "see hegui review\n")
        }
        if left > 0 {
            text += say(
                "单元格太多，另有 \(left) 项没有标注\n", "too many cells: \(left) findings are not marked\n")
        }
        return text
    }
}
